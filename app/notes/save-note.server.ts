import type { Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { errorText } from "~/i18n/error-text";
import type { Draft } from "./note.schema";
import { TEXT_MAX } from "./note";
import { type Posted, readyNote, textError } from "./note-form.server";
import { addAddendum, type DraftPage, saveNote } from "./notes.server";

/** What came of saving: done; or, with nothing saved, the HTTP status, sentences by the form name of the field, and the draft as another page has typed it. */
export type Tried = { outcome: "saved" } | { outcome: "refused"; status: number; errors: Record<string, string>; draft: Draft | null };

/** Saves what the page of a draft has sent, once. */
export async function trySaving(db: Db, posted: Posted, page: DraftPage): Promise<Tried> {
  const ready = readyNote(posted, page);
  if ("errors" in ready) return refused(422, Object.fromEntries(Object.entries(ready.errors).map(([name, key]) => [name, errorText(key)])));
  try {
    const saved = await saveNote(db, posted.draft, posted, ready.note);
    return saved.status === "behind" ? { ...refused(409, {}), draft: saved.draft } : { outcome: "saved" };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error.status, { [error.code === "concern_is_closed" ? "concern" : ""]: errorText(error.messageKey) });
  }
}

function refused(status: number, errors: Record<string, string>) {
  return { outcome: "refused" as const, status, errors, draft: null };
}

/** Adds to a saved note, once. Returns the key of a sentence where that was refused. */
export async function tryAdding(db: Db, note: string, typed: { text: string; shared: boolean }, requestId: string): Promise<string | null> {
  const wrong = typed.text === "" ? "notes_error_addendum_missing" : textError(typed.text, TEXT_MAX);
  if (wrong) return wrong;
  try {
    await addAddendum(db, note, typed, requestId);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.messageKey;
    throw error;
  }
}

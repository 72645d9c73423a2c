import { Link, useNavigate, useSubmit } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { ClockBar } from "./clock-bar";
import type { Clock } from "./note.schema";

/** The way to begin a note, on the record of somebody about whom the agent has none at hand. */
export function BeginNote({ account }: { account: string }) {
  return (
    <PostForm action={paths.noteDraft(account)} className="flex shrink-0 items-center gap-2 whitespace-nowrap">
      <Button variant="secondary" aria-keyshortcuts="n">{m.notes_begin()}</Button> <Kbd>n</Kbd>
    </PostForm>
  );
}

/** The agent's note about a customer, on every other page of the record: its clock, and the way back to it. */
export function NoteBar({ account, note }: { account: string; note: Clock | null }) {
  if (!note) return null;
  return (
    <ClockBar key={note.id} clock={note}>
      <Link to={paths.newNote(account)} aria-keyshortcuts="n" className="font-semibold">{m.notes_go_on()}</Link> <Kbd>n</Kbd>
    </ClockBar>
  );
}

/** What the key `n` does on a record: it opens the note that was begun, or begins one about a call received. */
export function useNoteKey(account: string, note: Clock | null): () => void {
  const navigate = useNavigate();
  const submit = useSubmit();
  return () => {
    if (note) navigate(paths.newNote(account));
    else submit(null, { method: "post", action: paths.noteDraft(account) });
  };
}

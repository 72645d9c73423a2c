import { Link, useNavigate, useSubmit } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { Kbd } from "~/ui/kbd";
import { ClockBar } from "./clock-bar";
import type { Clock } from "./note.schema";

/** The agent's note about a customer on the other pages of the record: its clock and the way back to it, or the way to begin one. */
export function NoteBar({ account, note }: { account: string; note: Clock | null }) {
  if (!note) {
    return (
      <PostForm action={paths.noteDraft(account)} className="mb-2 flex items-center justify-end gap-2">
        <Button variant="secondary" aria-keyshortcuts="n">{m.notes_begin()}</Button> <Kbd>n</Kbd>
      </PostForm>
    );
  }
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

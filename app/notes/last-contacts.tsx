import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { NoteEntry } from "./note-entry";
import { NoteSearch } from "./note-search";
import type { NoteView } from "./note-view.server";

/** The last contacts on the record, with the search in all of them. */
export function LastContacts({ account, notes }: { account: string; notes: NoteView[] }) {
  if (notes.length === 0) return <p className="py-1 text-sm text-ink-soft">{m.notes_none()}</p>;
  return (
    <>
      <NoteSearch account={account} />
      {notes.map((note) => <NoteEntry key={note.id} note={note} linked />)}
      <p className="py-1"><Link to={paths.customerNotes(account)}>{m.notes_all()}</Link></p>
    </>
  );
}

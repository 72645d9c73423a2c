import { m } from "~/i18n/messages";
import { NoteEntry } from "./note-entry";
import type { NoteView } from "./note-view.server";

/** The notes on contacts about a concern; nothing where there are none. */
export function ConcernNotes({ notes }: { notes: NoteView[] }) {
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="concern-notes" className="mb-(--gap) max-w-3xl">
      <h2 id="concern-notes" className="mb-2 text-lg">{m.notes_about_concern()}</h2>
      <div className="sheet pt-3">{notes.map((note) => <NoteEntry key={note.id} note={note} linked />)}</div>
    </section>
  );
}

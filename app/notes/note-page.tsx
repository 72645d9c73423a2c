import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { PageTitle } from "~/ui/page-title";
import { AddendumForm } from "./addendum-form";
import { NoteEntry } from "./note-entry";
import type { NoteView } from "./note-view.server";

/** One saved note with what was added to it, and the form to add more. */
export function NotePage({ account, customerName, erased, note, ...form }: {
  account: string;
  customerName: string;
  erased: boolean;
  note: NoteView;
  typed?: { text: string; shared: boolean };
  error?: string;
  requestId: string;
}) {
  return (
    <>
      <PageTitle caption={<Link to={paths.record(account)}><bdi>{customerName}</bdi> · {account}</Link>}>{m.notes_note()}</PageTitle>
      <div className="sheet max-w-3xl pt-3"><NoteEntry note={note} linked={false} /></div>
      {!erased && <AddendumForm note={note.id} {...form} />}
    </>
  );
}

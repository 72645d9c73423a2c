import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { NoteEntry } from "~/notes/note-entry";
import { NoteSearch, readWords } from "~/notes/note-search";
import { viewNote } from "~/notes/note-view.server";
import { readNotes } from "~/notes/notes.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readBefore } from "~/read-before";
import { ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

const PAGE = 50;

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.notes_all_title()) }];

/** All notes about a customer, newest first; `?before=` continues. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const { notes, ...whose } = await readNotes(db, parameter(params, "account"), { before: readBefore(request) });
  return { ...whose, query: "", notes: notes.map(viewNote), older: notes.length === PAGE ? notes.at(-1)?.at : undefined };
}

/** Those in which all the words stand that are searched for. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const query = readWords(await request.formData());
  const { notes, ...whose } = await readNotes(db, parameter(params, "account"), { query });
  return data({ ...whose, query, notes: notes.map(viewNote), older: undefined });
}

export default function Notes() {
  const first = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? first;
  if (!page) return null;
  const { me, accountNumber, customerName, query, notes, older } = page;
  return (
    <DeskFrame me={me}>
      <PageTitle caption={<Link to={paths.record(accountNumber)}><bdi>{customerName ?? accountNumber}</bdi> · {accountNumber}</Link>}>{m.notes_all_title()}</PageTitle>
      <NoteSearch account={accountNumber} query={query} />
      {notes.length === 0
        ? <EmptyState title={query ? m.notes_search_none() : m.notes_none()} />
        : <div className="sheet max-w-4xl pt-3">{notes.map((note) => <NoteEntry key={note.id} note={note} linked />)}</div>}
      <ButtonRow>
        {query && <ButtonLink variant="quiet" to={paths.customerNotes(accountNumber)}>{m.notes_all()}</ButtonLink>}
        {older && <ButtonLink variant="secondary" to={`${paths.customerNotes(accountNumber)}?before=${encodeURIComponent(older)}`}>{m.notes_older()}</ButtonLink>}
      </ButtonRow>
    </DeskFrame>
  );
}

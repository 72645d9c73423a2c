import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { customerCaption } from "~/customer-caption";
import { DeskFrame } from "~/desk/desk-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longMoment } from "~/i18n/times";
import { viewDraftPage } from "~/notes/draft-page.server";
import { NoteEditor } from "~/notes/note-editor";
import { readPosted } from "~/notes/note-form.server";
import { readDraftPage } from "~/notes/notes.server";
import { trySaving } from "~/notes/save-note.server";
import { LeftDrafts, StartForm } from "~/notes/start-form";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { errorsByName, ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.notes_note()) }];

/** The note that the agent is writing about this customer, or the way to begin one; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const read = await readDraftPage(db, parameter(params, "account"));
  const caption = customerCaption({ name: read.customerName, accountNumber: read.accountNumber });
  return { me: read.me, caption, account: read.accountNumber, left: read.leftDrafts.map(({ id, by, startedAt }) => ({ id, by, started: longMoment(startedAt, getLocale()) })), page: read.draft && viewDraftPage(read, read.draft, randomUUID()), errors: {} };
}

/** Saves the note; where something is missing, or another page has typed meanwhile, the form comes back as it was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const form = await request.formData();
  const posted = readPosted(form);
  const read = await readDraftPage(db, account);
  const tried = await trySaving(db, posted, read);
  if (tried.outcome === "saved") return redirect(`${paths.record(account)}?noted=${posted.draft}`);
  const draft = tried.draft ?? read.draft;
  if (!draft) return redirect(paths.customerNotes(account));
  const page = viewDraftPage(read, draft, posted.tab, posted);
  return data({ me: read.me, caption: page.caption, account, left: [], page, errors: tried.errors }, { status: tried.status });
}

export default function WriteNote() {
  const first = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>() ?? first;
  if (!shown) return null;
  const { me, caption, account, left, page, errors } = shown;
  return (
    <DeskFrame me={me}>
      <ErrorSummary errors={errorsByName(errors)} />
      <PageTitle caption={caption}>{m.notes_note()}</PageTitle>
      {page ? <NoteEditor page={page} errors={errors} /> : <><LeftDrafts drafts={left} /><StartForm account={account} /></>}
    </DeskFrame>
  );
}

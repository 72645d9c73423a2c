import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { NotePage } from "~/notes/note-page";
import { viewNote } from "~/notes/note-view.server";
import { readNote } from "~/notes/notes.server";
import { tryAdding } from "~/notes/save-note.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { readRequestId } from "~/updates/request-id.server";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.notes_note()) }];

/** Reached by reloading: the note's page is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.note(parameter(params, "note")));
}

/** Adds to a saved note; what cannot be kept comes back with what is wrong. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const id = parameter(params, "note");
  const form = await request.formData();
  const requestId = readRequestId(form);
  const typed = { text: formText(form, "text").trim(), shared: form.has("share") };
  const wrong = await tryAdding(db, id, typed, requestId);
  if (!wrong) return redirect(`${paths.note(id)}?added`);
  const { note, accountNumber, customerName, ...page } = await readNote(db, id);
  return data({ ...page, account: accountNumber, customerName: customerName ?? accountNumber, note: viewNote(note), typed, error: errorText(wrong), requestId }, { status: 422 });
}

export default function Added() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, ...page } = answer;
  return (
    <DeskFrame me={me}>
      <ErrorSummary errors={[{ name: "text", message: page.error }]} />
      <NotePage {...page} />
    </DeskFrame>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { textError } from "~/concerns/concern-form.server";
import { viewDeskConcernPage } from "~/concerns/concern-page.server";
import { DeskConcernPage } from "~/concerns/desk-concern-page";
import { answerConcern, readDeskConcern } from "~/concerns/desk-concerns.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { ConcernNotes } from "~/notes/concern-notes";
import { viewNote } from "~/notes/note-view.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { readRequestId } from "~/updates/request-id.server";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.concerns_desk_title()) }];

/** Reached by reloading: the concern's page is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.deskConcern(parameter(params, "reference")));
}

/** Answers the customer; an answer that cannot be sent comes back with what is wrong. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const reference = parameter(params, "reference");
  const form = await request.formData();
  const requestId = readRequestId(form);
  const typed = formText(form, "text").trim();
  const wrong = textError(typed);
  if (!wrong) {
    try {
      await answerConcern(db, reference, typed, requestId);
      return redirect(`${paths.deskConcern(reference)}?answered`);
    } catch (error) {
      if (error instanceof Refusal && error.code === "concern_is_closed") return redirect(`${paths.deskConcern(reference)}?settled`);
      throw error;
    }
  }
  const { me, concern, messages, notes, departments } = await readDeskConcern(db, reference);
  return data({ me, page: viewDeskConcernPage(concern, messages, departments, new Date()), notes: notes.map(viewNote), typed, message: errorText(wrong), requestId }, { status: 422 });
}

export default function Answered() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, page, notes, typed, message, requestId } = answer;
  return (
    <DeskFrame me={me}>
      <ErrorSummary errors={[{ name: "text", message }]} />
      <DeskConcernPage page={page} typed={typed} error={message} requestId={requestId}><ConcernNotes notes={notes} /></DeskConcernPage>
    </DeskFrame>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { TextAreaField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { viewSheet } from "~/written-changes/queue-view.server";
import { SettledAlready } from "~/written-changes/settled-already";
import { readSheetToSettle, rejectSheet } from "~/written-changes/written-changes.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.paper_reject_title()) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...sheet } = await readSheetToSettle(db, parameter(params, "id"));
  return { me, sheet: viewSheet(sheet, getLocale()) };
}

/** Closes the sheet without changing anything of the customer's. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const reason = formText(await request.formData(), "reason");
  try {
    const { id } = await rejectSheet(db, parameter(params, "id"), reason);
    return redirect(`${paths.writtenChanges()}?done=${id}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ reason, error: errorText(error.messageKey) }, { status: error.status });
  }
}

export default function RejectWrittenChange() {
  const { me, sheet: { id, sheet, channel, received, state } } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <DeskFrame me={me}>
      <ErrorSummary errors={answer ? [{ name: "reason", message: answer.error }] : []} />
      <PageTitle caption={m.paper_sheet_caption({ channel, received })} intro={m.paper_reject_intro()}>{m.paper_reject_sheet({ sheet })}</PageTitle>
      {state === "to_settle" ? (
        <PostForm action={paths.writtenChangeRejection(id)}>
          <TextAreaField label={m.paper_reject_reason()} name="reason" defaultValue={answer?.reason} error={answer?.error} required />
          <ButtonRow>
            <Button variant="danger">{m.paper_reject()}</Button>
            <ButtonLink variant="quiet" to={paths.writtenChangeSettlement(id)}>{m.paper_cancel()}</ButtonLink>
          </ButtonRow>
        </PostForm>
      ) : <SettledAlready />}
    </DeskFrame>
  );
}

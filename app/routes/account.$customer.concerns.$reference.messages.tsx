import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { textError } from "~/concerns/concern-form.server";
import { ConcernPage } from "~/concerns/concern-page";
import { viewConcernPage } from "~/concerns/concern-page.server";
import { readConcern, writeOnConcern } from "~/concerns/concerns.server";
import { AccountShell } from "~/customers/account-shell";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { tooManyWords } from "~/i18n/retry";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { readRequestId } from "~/updates/request-id.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.concerns_title()) }];

/** Reached by reloading: the concern's page is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.concern(parameter(params, "customer"), parameter(params, "reference")));
}

/** Writes on a concern again; where that cannot be, the page comes back with what was typed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const reference = parameter(params, "reference");
  const form = await request.formData();
  const requestId = readRequestId(form);
  const typed = formText(form, "text").trim();
  const wrong = textError(typed);
  const written = wrong ? null : await writeOnConcern(db, customer, reference, typed, requestId);
  if (written && (written.status === "written" || written.status === "repeated")) return redirect(`${paths.concern(customer, reference)}?written`);
  const { concern, messages, supervisorBy, ...head } = await readConcern(db, customer, reference);
  const again = { head, page: viewConcernPage(concern, messages, supervisorBy), typed, requestId };
  if (written?.status === "limited") return data({ ...again, message: tooManyWords(written.retryAt), retryAt: written.retryAt }, { status: 429 });
  return data({ ...again, message: wrong ? errorText(wrong) : m.concerns_too_many_open() }, { status: 422 });
}

export default function Written() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { head, page, typed, message, requestId } = answer;
  return (
    <AccountShell head={head}>
      <ErrorSummary errors={[{ name: "text", message }]} />
      <ConcernPage customer={head.customer.id} page={page} typed={typed} error={message} requestId={requestId} />
    </AccountShell>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { Refusal } from "~/db/refusal";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readPerson, removeLogin } from "~/people/people.server";
import { roleName } from "~/people/role";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";

export const meta: MetaFunction = () => [{ title: documentTitle(m.people_removal_title()) }];

/** Asks whether this person shall be removed, or whether you want to leave. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { person, ...head } = await readPerson(db, parameter(params, "customer"), parameter(params, "login"));
  return { head, person };
}

/** Ends the login. Who leaves is led to what is left to them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const form = await request.formData();
  try {
    await removeLogin(db, customer, parameter(params, "login"));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ message: errorText(error.messageKey) }, { status: error.status });
  }
  throw redirect(form.has("leave") ? paths.left() : `${paths.people(customer)}?done=removed`);
}

export default function Removal() {
  const { head, person } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { name, email, role, you, lastOwner } = person;
  const message = refused?.message ?? (lastOwner ? m.people_error_last_owner() : undefined);
  return (
    <AccountShell head={head}>
      {message && <ErrorSummary errors={[{ message }]} />}
      <PageTitle intro={you ? m.people_leaving_intro() : m.people_removal_intro()}>{you ? m.people_leaving_title() : m.people_removal_title()}</PageTitle>
      <SummaryList
        rows={[
          { label: m.people_name(), value: <bdi>{name || email}</bdi> },
          { label: m.people_email(), value: <bdi className="break-all">{email}</bdi> },
          { label: m.people_role(), value: roleName(role) },
        ]}
      />
      <PostForm>
        {you && <input type="hidden" name="leave" value="yes" />}
        <ButtonRow>
          {!lastOwner && <Button variant="danger">{you ? m.people_leave_now() : m.people_remove_now()}</Button>}
          <ButtonLink variant="secondary" to={paths.people(head.customer.id)}>{m.account_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </AccountShell>
  );
}

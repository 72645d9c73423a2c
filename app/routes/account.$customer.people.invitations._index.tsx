import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { InviteForm } from "~/people/invite-form";
import { readInvitee } from "~/people/invite-form.server";
import { invitePerson, readPeople } from "~/people/people.server";
import { documentTitle } from "~/ui/document-title";
import { errorsByName, ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { readRequestId } from "~/updates/request-id.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.people_invite_title()) }];

/** Asks an owner whom to invite; members have nothing to do here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { people: _, invitations: __, ...head } = await readPeople(db, parameter(params, "customer"));
  if (head.you.role !== "owner") throw new Response(null, { status: 403 });
  return { head, requestId: randomUUID() };
}

/** Mails the invitation. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const form = await request.formData();
  const { typed, ...read } = readInvitee(form);
  if ("errors" in read) return data({ typed, errors: read.errors }, { status: 422 });
  const invited = await invitePerson(db, customer, read.invitee, readRequestId(form));
  if (invited.state === "invited") throw redirect(`${paths.people(customer)}?done=invited`);
  if (invited.state === "here_already") return data({ typed, errors: { email: m.people_error_here_already() } }, { status: 422 });
  if (invited.state !== "limited") return data({ typed, errors: {}, message: m.people_error_too_many_open() }, { status: 422 });
  const message = m.people_error_limited({ time: timeOfDay(invited.retryAt, getLocale()) });
  return data({ typed, errors: {}, message, retryAt: invited.retryAt }, { status: 429 });
}

export default function Invite() {
  const { head, requestId } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AccountShell head={head}>
      <ErrorSummary errors={refused && "message" in refused ? [{ message: refused.message }] : errorsByName(refused?.errors)} />
      <PageTitle intro={m.people_invite_intro()}>{m.people_invite_title()}</PageTitle>
      <InviteForm customer={head.customer.id} requestId={requestId} typed={refused?.typed} errors={refused?.errors} />
    </AccountShell>
  );
}

import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { landing, readAccess } from "~/access/access.server";
import { requireSession } from "~/access/guard.server";
import type { Invitation } from "~/access/invitation.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longDay } from "~/i18n/times";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";

export const meta: MetaFunction = () => [{ title: documentTitle(m.access_invitation_title()) }];

/** Asks for the answer to each invitation of the address that is signed in; `?gone` says that one could not be accepted. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const access = await readAccess(db);
  const gone = new URL(request.url).searchParams.has("gone");
  if (access.invitations.length === 0 && !gone) throw redirect(landing(access));
  return { invitations: access.invitations, gone, onwards: access.customers.length > 0 || access.staff || access.mayClaim ? landing({ ...access, invitations: [] }) : null };
}

export default function AnswerInvitation() {
  const { invitations, gone, onwards } = useLoaderData<typeof loader>();
  return (
    <CustomerShell signOutAction={paths.signOut()}>
      {gone && <Notice live tone="warning" title={m.access_invitation_gone_title()}><p>{m.access_invitation_gone_text()}</p></Notice>}
      <PageTitle intro={invitations.length > 0 ? m.access_invitation_intro() : undefined}>
        {invitations.length > 0 ? m.access_invitation_title() : m.access_invitation_none()}
      </PageTitle>
      {invitations.map((invitation) => <Question key={invitation.id} invitation={invitation} />)}
      {onwards && <p><ButtonLink variant="quiet" to={onwards}>{m.access_invitation_later()}</ButtonLink></p>}
    </CustomerShell>
  );
}

function Question({ invitation: { id, customer, invitedBy, role, expiresAt } }: { invitation: Invitation }) {
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-xl"><bdi>{customer}</bdi></h2>
      <SummaryList
        rows={[
          { label: m.access_invitation_by(), value: <bdi>{invitedBy}</bdi> },
          { label: m.access_invitation_may(), value: role === "owner" ? m.people_owner_hint() : m.people_member_hint() },
          { label: m.access_invitation_until(), value: longDay(expiresAt, getLocale()) },
        ]}
      />
      <PostForm action={paths.invitationAcceptance(id)}>
        <ButtonRow>
          <Button aria-label={m.access_invitation_accept_of({ customer })}>{m.access_invitation_accept()}</Button>
          <Button variant="secondary" formAction={paths.invitationRefusal(id)} aria-label={m.access_invitation_decline_of({ customer })}>{m.access_invitation_decline()}</Button>
        </ButtonRow>
      </PostForm>
    </section>
  );
}

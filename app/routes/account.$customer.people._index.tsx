import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { InvitationCard } from "~/people/invitation-card";
import { readPeople } from "~/people/people.server";
import { PersonCard } from "~/people/person-card";
import { ButtonLink } from "~/ui/button";
import { CardGrid } from "~/ui/card";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.people_title()) }];

/** Who may sign in for this customer; `?done=` names what was just done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { people, invitations, ...head } = await readPeople(db, parameter(params, "customer"));
  return { head, people, invitations, done: new URL(request.url).searchParams.get("done") };
}

export default function People() {
  const { head, people, invitations, done } = useLoaderData<typeof loader>();
  const { id } = head.customer;
  const byOwner = head.you.role === "owner";
  return (
    <AccountShell head={head}>
      <PageTitle intro={byOwner ? m.people_intro_owner() : m.people_intro_member()}>{m.people_title()}</PageTitle>
      <Done what={done} />
      <section aria-labelledby="people">
        <h2 id="people" className="mb-3 text-xl">{m.people_here()}</h2>
        <CardGrid>{people.map((person) => <PersonCard key={person.id} customer={id} person={person} byOwner={byOwner} />)}</CardGrid>
      </section>
      {invitations.length > 0 && (
        <section aria-labelledby="invitations" className="mt-10">
          <h2 id="invitations" className="mb-3 text-xl">{m.people_invited()}</h2>
          <CardGrid>{invitations.map((one) => <InvitationCard key={one.id} customer={id} invitation={one} byOwner={byOwner} />)}</CardGrid>
        </section>
      )}
      {byOwner && <p className="mt-8"><ButtonLink to={paths.invitations(id)}>{m.people_invite()}</ButtonLink></p>}
    </AccountShell>
  );
}

function Done({ what }: { what: string | null }) {
  if (what === "invited") return <Notice live tone="success" title={m.people_invited_title()}><p>{m.people_invited_text()}</p></Notice>;
  if (what === "withdrawn") return <Notice live tone="success" title={m.people_withdrawn_title()} />;
  return what === "removed" ? <Notice live tone="success" title={m.people_removed_title()}><p>{m.people_removed_text()}</p></Notice> : null;
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { m } from "~/i18n/messages";
import { ContactList } from "~/notes/contact-list";
import { viewContact } from "~/notes/note-view.server";
import { readContacts } from "~/notes/notes.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readBefore } from "~/read-before";
import { ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

const PAGE = 50;

export const meta: MetaFunction = () => [{ title: documentTitle(m.notes_your_title()) }];

/** What was agreed with the customer, newest first; `?before=` continues. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { contacts, ...head } = await readContacts(db, parameter(params, "customer"), readBefore(request));
  return { head, contacts: contacts.map(viewContact), older: contacts.length === PAGE ? contacts.at(-1)?.at : undefined };
}

export default function Contacts() {
  const { head, contacts, older } = useLoaderData<typeof loader>();
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.notes_your_intro()}>{m.notes_your_title()}</PageTitle>
      {contacts.length === 0 ? <EmptyState title={m.notes_your_none_title()}>{m.notes_your_none_text()}</EmptyState> : <ContactList contacts={contacts} />}
      {older && <ButtonRow><ButtonLink variant="secondary" to={`${paths.contacts(head.customer.id)}?before=${encodeURIComponent(older)}`}>{m.notes_your_older()}</ButtonLink></ButtonRow>}
    </AccountShell>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { OnItsWay } from "~/customers/on-its-way";
import { readUpdate } from "~/customers/portal.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longMoment } from "~/i18n/times";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";
import { ChangeList } from "~/updates/change-list";
import { rowsOfItems } from "~/updates/change-rows.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_saved_title()) }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { update, receiptBy, pendingEmails, ...head } = await readUpdate(db, parameter(params, "customer"), parameter(params, "reference"));
  return {
    head,
    receiptBy,
    pendingEmails,
    reference: update.reference,
    when: longMoment(update.occurredAt, getLocale()),
    rows: rowsOfItems(update.items, head.customer.country),
  };
}

export default function SavedUpdate() {
  const { head, receiptBy, pendingEmails, reference, when, rows } = useLoaderData<typeof loader>();
  return (
    <AccountShell head={head}>
      <OnItsWay pendingEmails={pendingEmails} nameRequest={null} />
      <Notice tone="success" title={m.account_saved_title()}>
        <p>{m.account_saved_reference()} <strong className="text-xl"><Reference>{reference}</Reference></strong></p>
        <p>{receiptBy === "email" ? m.account_receipt_by_email() : receiptBy === "letter" ? m.account_receipt_by_letter() : null}</p>
      </Notice>
      <PageTitle caption={when}>{rows.every(({ planned }) => planned) ? m.account_what_will_change() : m.account_what_changed()}</PageTitle>
      <ChangeList rows={rows} />
      <ButtonRow>
        <ButtonLink to={paths.account(head.customer.id)}>{m.account_back_to_overview()}</ButtonLink>
        {receiptBy && <ButtonLink variant="secondary" to={paths.receipt(head.customer.id, reference)}>{m.letters_receipt_open()}</ButtonLink>}
      </ButtonRow>
    </AccountShell>
  );
}

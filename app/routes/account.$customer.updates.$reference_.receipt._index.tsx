import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { m } from "~/i18n/messages";
import { readReceipt } from "~/letters/receipt.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";
import { SummaryList } from "~/ui/summary-list";
import { ChangeList } from "~/updates/change-list";
import { rowsOfReceipt } from "~/updates/change-rows.server";
import { viewUpdate } from "~/updates/update-view.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.letters_receipt_title()) }];

/** A receipt once more, to read and to print; old values are masked as they are in the mail. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { update, address: _, ...head } = await readReceipt(db, parameter(params, "customer"), parameter(params, "reference"));
  const { when, how } = viewUpdate(update, head.customer.country);
  return { head, reference: update.reference, when, how, rows: rowsOfReceipt(update.items, head.customer.country) };
}

export default function Receipt() {
  const { head, reference, when, how, rows } = useLoaderData<typeof loader>();
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.letters_receipt_intro()}>{m.letters_receipt_title()}</PageTitle>
      <SummaryList
        rows={[
          { label: m.mail_receipt_reference(), value: <Reference>{reference}</Reference> },
          { label: m.mail_receipt_account(), value: <Reference>{head.customer.accountNumber}</Reference> },
          { label: m.mail_receipt_when(), value: when },
          { label: m.mail_receipt_how(), value: <bdi>{how}</bdi> },
        ]}
      />
      <h2 className="mb-2 text-lg">{m.mail_receipt_changes()}</h2>
      <ChangeList rows={rows} />
      {rows.some(({ before }) => before.length > 0) && <p className="mb-(--gap) text-ink-soft">{m.mail_receipt_masked()}</p>}
      <div className="no-print flex flex-wrap gap-x-4 gap-y-2">
        <ButtonLink reloadDocument to={paths.receiptPdf(head.customer.id, reference)}>{m.letters_receipt_pdf()}</ButtonLink>
        <ButtonLink variant="quiet" to={paths.history(head.customer.id)}>{m.account_nav_history()}</ButtonLink>
      </div>
    </AccountShell>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { readHistory } from "~/customers/portal.server";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readBefore } from "~/read-before";
import { ButtonLink } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { HistoryList } from "~/updates/history-list";
import { viewUpdate } from "~/updates/update-view.server";

const PAGE = 20;

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_history_title()) }];

/** Every change that was ever saved, newest first; `?before=` continues. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { updates, receipts, ...head } = await readHistory(db, parameter(params, "customer"), readBefore(request));
  return {
    head,
    receipts,
    updates: updates.map((update) => viewUpdate(update, head.customer.country)),
    older: updates.length === PAGE ? updates.at(-1)?.occurredAt : undefined,
  };
}

export default function History() {
  const { head, receipts, updates, older } = useLoaderData<typeof loader>();
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.account_history_intro()}>{m.account_history_title()}</PageTitle>
      <HistoryList updates={updates} receiptOf={(reference) => (receipts.includes(reference) ? paths.receipt(head.customer.id, reference) : undefined)} />
      {older && <ButtonLink variant="secondary" to={`${paths.history(head.customer.id)}?before=${encodeURIComponent(older)}`}>{m.account_older()}</ButtonLink>}
    </AccountShell>
  );
}

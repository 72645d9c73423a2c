import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { MailTable } from "~/outbox/mail-table";
import { viewCounts, viewMail } from "~/outbox/outbox-view.server";
import { readOutbox } from "~/outbox/outbox.server";
import { Counts } from "~/ui/counts";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_outbox_title()) }];

/** What leaves the house and how far it got. After a decision somebody else was quicker with, the address says `?settled`. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, counts, stuck, rows } = await readOutbox(db);
  const settled = new URL(request.url).searchParams.has("settled");
  return { me, settled, counts: viewCounts(counts), stuck: stuck.map(viewMail), newest: rows.map(viewMail) };
}

export default function Outbox() {
  const { me, settled, counts, stuck, newest } = useLoaderData<typeof loader>();
  const decides = me.role === "supervisor" || me.role === "admin";
  return (
    <DeskFrame me={me}>
      <PageTitle>{m.desk_outbox_title()}</PageTitle>
      {settled && <Notice live tone="warning" title={m.errors_mail_is_settled()} />}
      <Counts label={m.desk_outbox_counts()} counts={counts} />
      {stuck.length > 0 && (
        <div className="mb-(--gap)">
          <p className="mb-2 max-w-prose">{decides ? m.desk_outbox_stuck_text() : m.desk_outbox_stuck_ask()}</p>
          <MailTable caption={m.desk_outbox_stuck()} mails={stuck} decides={decides} />
        </div>
      )}
      {newest.length > 0
        ? <MailTable caption={m.desk_outbox_newest()} mails={newest} />
        : <EmptyState title={m.desk_outbox_empty_title()}>{m.desk_outbox_empty_text()}</EmptyState>}
    </DeskFrame>
  );
}

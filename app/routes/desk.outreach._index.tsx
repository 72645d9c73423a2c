import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { ExportButtons } from "~/exports/export-buttons";
import { countWord } from "~/i18n/count-words";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { readQueue } from "~/outreach/outreach.server";
import { QueueForm } from "~/outreach/queue-form";
import { readPlace, writePlace } from "~/outreach/queue-place";
import { viewRow } from "~/outreach/queue-view.server";
import { readSent } from "~/outreach/sent";
import { SentNotice } from "~/outreach/sent-notice";
import { paths } from "~/paths";
import { ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";

const PAGE = 50;

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.outreach_title()) }];

/** Whose details are stale and worth asking about first. The query names the place, and what was just sent. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const query = new URL(request.url).searchParams;
  const place = readPlace(query);
  const { me, rows, stale, waiting } = await readQueue(db, place);
  const locale = getLocale();
  const now = new Date();
  const last = rows.length === PAGE ? rows.at(-1) : undefined;
  return {
    me,
    place: writePlace(place),
    rows: rows.map((row) => viewRow(row, locale, now)),
    counts: { stale: countWord(stale), waiting: countWord(waiting) },
    next: last && writePlace({ rank: last.rank, customer: last.id }),
    sent: readSent(query),
    error: query.has("nothing-selected") ? errorText("errors_nothing_selected") : undefined,
  };
}

export default function Outreach() {
  const { me, place, rows, counts, next, sent, error } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle intro={m.outreach_intro()}>{m.outreach_title()}</PageTitle>
      {sent && <SentNotice {...sent} />}
      <ErrorSummary errors={error ? [{ message: error }] : []} />
      <p className="mb-(--gap)">{m.outreach_counts(counts)}</p>
      {rows.length > 0 ? <QueueForm key={rows[0]?.id} rows={rows} place={place} /> : <NobodyLeft first={place === ""} />}
      <Pager next={next && `${paths.outreach()}?${next}`} />
      {place && <ToBeginning />}
      {rows.length > 0 && <ExportButtons scope="outreach" text={m.exports_outreach_text()} />}
    </DeskFrame>
  );
}

function NobodyLeft({ first }: { first: boolean }) {
  if (!first) return <EmptyState title={m.outreach_end_title()} />;
  return <EmptyState title={m.outreach_empty_title()}>{m.outreach_empty_text()}</EmptyState>;
}

function ToBeginning() {
  return <ButtonRow><ButtonLink variant="quiet" to={paths.outreach()}>{m.outreach_to_beginning()}</ButtonLink></ButtonRow>;
}

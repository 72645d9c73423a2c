import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { countOrMore } from "~/i18n/count-words";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { BatchList } from "~/letters/batch-list";
import { EnvelopeForm } from "~/letters/envelope-form";
import { viewBatch, viewEnvelope } from "~/letters/envelope-view.server";
import { LettersNotice, readOutcome } from "~/letters/letters-notice";
import { readLetters } from "~/letters/letters.server";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.letters_title()) }];

/** Letters that wait for a printer, as envelopes, and what is at one. The query tells what was just done. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const query = new URL(request.url).searchParams;
  const { me, waiting, envelopes, batches } = await readLetters(db);
  return {
    me,
    waiting: countOrMore(waiting),
    envelopes: envelopes.map(viewEnvelope),
    batches: batches.map(viewBatch),
    outcome: readOutcome(query),
    error: query.has("nothing-selected") ? errorText("errors_nothing_selected") : undefined,
  };
}

export default function Letters() {
  const { me, waiting, envelopes, batches, outcome, error } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle intro={m.letters_intro()}>{m.letters_title()}</PageTitle>
      {outcome && <LettersNotice outcome={outcome} />}
      <ErrorSummary errors={error ? [{ message: error }] : []} />
      <BatchList batches={batches} decides={me.role !== "agent"} />
      {envelopes.length > 0 ? (
        <>
          <p className="mb-2">{m.letters_waiting_count({ count: waiting })}</p>
          <EnvelopeForm key={envelopes[0]?.id} envelopes={envelopes} />
        </>
      ) : <EmptyState title={m.letters_empty_title()}>{m.letters_empty_text()}</EmptyState>}
    </DeskFrame>
  );
}

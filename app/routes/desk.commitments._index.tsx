import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { CommitmentFilter, countWord } from "~/commitments/commitment-filter";
import { CommitmentTable } from "~/commitments/commitment-table";
import { viewCommitment } from "~/commitments/commitment-view.server";
import { commitmentLists, readCommitments } from "~/commitments/commitments.server";
import { OpenDrafts } from "~/commitments/open-drafts";
import { DeskFrame } from "~/desk/desk-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.commitments_title()) }];

/** Promises that are open: `?which=` list, `?day=` and `?after=` behind a promise of it; `?done` after one was settled, `?settled` where somebody was quicker. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { searchParams } = new URL(request.url);
  const which = commitmentLists.find((list) => list === searchParams.get("which")) ?? "mine";
  const { me, commitments, counts, drafts, next } = await readCommitments(db, which, searchParams);
  return {
    me,
    which,
    counts,
    next,
    commitments: commitments.map(viewCommitment),
    drafts: drafts.map(({ accountNumber, customerName, startedAt }) => ({ accountNumber, customerName: customerName ?? accountNumber, started: shortMoment(startedAt, getLocale()) })),
    done: searchParams.has("done"),
    settled: searchParams.has("settled"),
  };
}

export default function Commitments() {
  const { me, which, counts, commitments, next, drafts, done, settled } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle>{m.commitments_title()}</PageTitle>
      {done && <Notice live tone="success" title={m.commitments_done()} />}
      {settled && <Notice live tone="warning" title={m.commitments_error_settled()} />}
      <OpenDrafts drafts={drafts} />
      <CommitmentFilter which={which} counts={counts} />
      {commitments.length === 0
        ? <EmptyState title={m.commitments_none_title()}>{m.commitments_none_text()}</EmptyState>
        : <CommitmentTable caption={caption(commitments.length, counts[which])} commitments={commitments} back={paths.commitments(which)} />}
      <Pager next={next} />
    </DeskFrame>
  );
}

function caption(shown: number, count: number): string {
  return shown < count ? m.commitments_caption_some({ shown, count: countWord(count) }) : m.commitments_caption({ count });
}

import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import { REASON_MAX, reasonName, type UnkeptState } from "./commitment";
import type { CommitmentView } from "./commitment-view.server";

/** What was typed as the reason of a breach or a withdrawal, and what is wrong with it. */
export type RefusedReason = { act: UnkeptState; typed: string; error: string };

/** One promise: what, by when, by whom, what became of it, and what may be said about that. */
export function CommitmentPage({ commitment, refused }: { commitment: CommitmentView; refused?: RefusedReason }) {
  const { id, what, accountNumber, customerName, maySettle } = commitment;
  return (
    <>
      {refused && <ErrorSummary errors={[{ name: reasonName(refused.act), message: refused.error }]} />}
      <PageTitle caption={<Link to={paths.record(accountNumber)}><bdi>{customerName}</bdi> · {accountNumber}</Link>}><bdi className="wrap-anywhere">{what}</bdi></PageTitle>
      <div className="max-w-3xl"><SummaryList rows={factsOf(commitment)} /></div>
      {maySettle && (
        <>
          <PostForm action={paths.commitmentFulfilment(id)} reloadDocument className="mb-(--gap)"><Button>{m.commitments_keep()}</Button></PostForm>
          <Unkept act="broken" action={paths.commitmentBreach(id)} open={m.commitments_break_open()} label={m.commitments_break_reason()} hint={m.commitments_reason_hint()} button={m.commitments_break()} refused={refused} />
          <Unkept act="withdrawn" action={paths.commitmentWithdrawal(id)} open={m.commitments_withdraw_open()} label={m.commitments_withdraw_reason()} hint={m.commitments_reason_hint()} button={m.commitments_withdraw()} refused={refused} />
        </>
      )}
    </>
  );
}

function Unkept({ act, action, open, label, hint, button, refused }: {
  act: UnkeptState;
  action: string;
  open: string;
  label: string;
  hint: string;
  button: string;
  refused?: RefusedReason;
}) {
  const mine = refused?.act === act ? refused : undefined;
  return (
    <details className="mb-2" open={mine !== undefined}>
      <summary className="py-1 font-label font-semibold">{open}</summary>
      <PostForm action={action} reloadDocument>
        <TextField label={label} hint={hint} name={reasonName(act)} defaultValue={mine?.typed} error={mine?.error} maxLength={REASON_MAX} autoComplete="off" required />
        <Button variant="secondary">{button}</Button>
      </PostForm>
    </details>
  );
}

function factsOf({ due, who, state, tone, made, madeBy, note, settled }: CommitmentView) {
  return [
    { label: m.commitments_due(), value: due },
    { label: m.commitments_by(), value: <bdi>{who}</bdi> },
    { label: m.commitments_state(), value: <Tag tone={tone}>{state}</Tag> },
    { label: m.commitments_made(), value: <><Link to={paths.note(note)}>{made}</Link>, <bdi>{madeBy}</bdi></> },
    ...(settled ? [{ label: m.commitments_settled(), value: <>{settled.when}, <bdi>{settled.by}</bdi>{settled.reason && <bdi className="block">{settled.reason}</bdi>}</> }] : []),
  ];
}

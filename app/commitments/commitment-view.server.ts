import { getLocale } from "~/i18n/locale";
import { longMoment, shortMoment } from "~/i18n/times";
import type { Commitment, RecordCommitments } from "./commitment.schema";
import { viewPromise } from "./promise-view";

/** A promise made ready for staff. */
export function viewCommitment(commitment: Commitment) {
  const { note, overdue, maySettle, madeAt, madeBy, settled, accountNumber, customerName } = commitment;
  return {
    ...viewPromise(commitment),
    note,
    overdue,
    maySettle,
    made: shortMoment(madeAt, getLocale()),
    madeBy,
    settled: settled && { by: settled.by, reason: settled.reason, when: longMoment(settled.at, getLocale()) },
    accountNumber,
    customerName: customerName ?? accountNumber,
  };
}
export type CommitmentView = ReturnType<typeof viewCommitment>;

/** What the record shows of promises. */
export function viewRecordCommitments({ open, lastBroken }: RecordCommitments) {
  return { open: open.map(viewCommitment), lastBroken: lastBroken && viewCommitment(lastBroken) };
}

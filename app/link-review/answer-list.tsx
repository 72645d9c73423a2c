import { m } from "~/i18n/messages";
import { SummaryList } from "~/ui/summary-list";
import { ValueLines } from "~/ui/value-lines";
import type { AnswerRow } from "./review-view";

/** Answers one below the other: what stays, and what takes the place of what. */
export function AnswerList({ rows }: { rows: AnswerRow[] }) {
  return (
    <SummaryList
      rows={rows.map(({ heading, op, before, after }) => ({
        label: heading,
        value: <ValueLines lines={after} />,
        before: op === "change" ? <bdi>{before}</bdi> : undefined,
        action: op === "confirm" ? m.access_review_right() : undefined,
      }))}
    />
  );
}

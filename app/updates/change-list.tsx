import { m } from "~/i18n/messages";
import { SummaryList } from "~/ui/summary-list";
import { ValueLines } from "~/ui/value-lines";
import type { ChangeRow } from "./change-rows.server";

/** Changes one below the other: what stood there, and what stands there now. */
export function ChangeList({ rows }: { rows: ChangeRow[] }) {
  return (
    <SummaryList
      rows={rows.map(({ op, heading, before, after }) => ({
        label: heading,
        value: op === "remove" ? m.account_removed() : <ValueLines lines={after} />,
        before: op === "change" || op === "remove" ? <ValueLines lines={before} /> : undefined,
        action: op === "confirm" ? m.account_confirmed() : undefined,
      }))}
    />
  );
}

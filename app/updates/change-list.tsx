import { m } from "~/i18n/messages";
import { SummaryList } from "~/ui/summary-list";
import { ValueLines } from "~/ui/value-lines";
import type { ChangeRow } from "./change-rows.server";

/** Changes one below the other: what stood there, and what stands there now. What is still to come strikes nothing out yet. */
export function ChangeList({ rows }: { rows: ChangeRow[] }) {
  return (
    <SummaryList
      rows={rows.map(({ op, heading, before, after, notes, planned }) => ({
        label: heading,
        value: op === "remove" ? m.account_removed() : <Outcome after={after} notes={planned ? [...notes, m.account_until_then({ value: before.join(", ") })] : notes} />,
        before: !planned && (op === "remove" || ((op === "change" || op === "cancel") && before.join() !== after.join())) ? <ValueLines lines={before} /> : undefined,
        action: op === "confirm" ? m.account_confirmed() : undefined,
      }))}
    />
  );
}

function Outcome({ after, notes }: Pick<ChangeRow, "after" | "notes">) {
  return (
    <>
      <ValueLines lines={after} />
      {notes.map((note) => <span key={note} className="block text-sm text-ink-soft"><bdi>{note}</bdi></span>)}
    </>
  );
}

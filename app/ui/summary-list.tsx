import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { VisuallyHidden } from "./visually-hidden";

export interface SummaryRow {
  label: string;
  value: ReactNode;
  /** What stood there; the row then reads before → after. */
  before?: ReactNode;
  /** Usually a link back to where this can be changed. */
  action?: ReactNode;
}

/** What was asked and answered, or what changes: to check before saving, and as a record afterwards. */
export function SummaryList({ rows }: { rows: SummaryRow[] }) {
  return (
    <dl className="sheet mb-(--gap) pt-3">
      {rows.map((row, at) => (
        <div key={at} className="flex flex-wrap gap-x-6 border-b border-rule py-2.5 last:border-0">
          <dt className="w-44 shrink-0 font-label font-semibold">{row.label}</dt>
          <dd className="min-w-0 grow basis-60">
            {row.before === undefined ? row.value : <Change before={row.before} after={row.value} />}
          </dd>
          {row.action && <dd className="-my-2 ml-auto">{row.action}</dd>}
        </div>
      ))}
    </dl>
  );
}

function Change({ before, after }: { before: ReactNode; after: ReactNode }) {
  return (
    <>
      <div className="text-ink-soft">
        <VisuallyHidden>{m.shell_before()}: </VisuallyHidden>
        <del>{before}</del>
      </div>
      <div className="font-medium">
        <VisuallyHidden>{m.shell_after()}: </VisuallyHidden>
        <ins className="no-underline">{after}</ins>
      </div>
    </>
  );
}

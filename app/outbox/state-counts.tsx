import { m } from "~/i18n/messages";
import type { Tone } from "~/ui/tone";

export type StateCount = { state: string; count: string; tone: Tone };

const heads: Record<Tone, string> = {
  plain: "border-edge",
  fresh: "border-fresh",
  due_soon: "border-due",
  stale: "border-stale",
  on_hold: "border-hold",
};

/** How many mails stand in each state: a row of drawers with their labels. */
export function StateCounts({ counts }: { counts: StateCount[] }) {
  return (
    <dl aria-label={m.desk_outbox_counts()} className="mb-(--gap) grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-2">
      {counts.map(({ state, count, tone }) => (
        <div key={state} className={`border-t-4 bg-card px-3 py-1.5 ${heads[tone]}`}>
          <dt className="text-sm text-ink-soft">{state}</dt>
          <dd className="text-xl font-semibold tabular-nums">{count}</dd>
        </div>
      ))}
    </dl>
  );
}

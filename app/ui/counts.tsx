import type { Tone } from "./tone";

export type Count = { label: string; count: string; tone: Tone };

const heads: Record<Tone, string> = {
  plain: "border-edge",
  fresh: "border-fresh",
  due_soon: "border-due",
  stale: "border-stale",
  on_hold: "border-hold",
};

/** How many there are of each: a row of drawers with their labels. `label` names the row to those who listen. */
export function Counts({ label, counts }: { label: string; counts: Count[] }) {
  return (
    <dl aria-label={label} className="mb-(--gap) grid grid-cols-[repeat(auto-fit,minmax(8rem,1fr))] gap-2">
      {counts.map(({ label, count, tone }) => (
        <div key={label} className={`border-t-4 bg-card px-3 py-1.5 ${heads[tone]}`}>
          <dt className="text-sm text-ink-soft">{label}</dt>
          <dd className="text-xl font-semibold tabular-nums">{count}</dd>
        </div>
      ))}
    </dl>
  );
}

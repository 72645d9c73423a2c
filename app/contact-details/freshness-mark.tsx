import { VisuallyHidden } from "~/ui/visually-hidden";
import type { FreshnessReading } from "./freshness";

type State = FreshnessReading["state"];

const colours: Record<State, string> = {
  fresh: "text-fresh",
  due_soon: "text-due",
  stale: "text-stale",
  on_hold: "text-hold",
};

const sizes = {
  card: { ring: "size-7", words: "text-base gap-2.5" },
  row: { ring: "size-4", words: "text-sm gap-1.5" },
};

/**
 * The freshness mark: a ring that empties as the detail ages, with the words beside it that say the
 * same. `reading` comes from `readFreshness`; "card" is for customers, "row" for the dense pages.
 */
export function FreshnessMark({ reading, size }: { reading: FreshnessReading; size: keyof typeof sizes }) {
  const { state, fraction, words, confirmedOn, advice } = reading;
  return (
    <span className={`inline-flex items-start ${sizes[size].words}`}>
      <Ring className={`shrink-0 ${sizes[size].ring} ${colours[state]}`} state={state} fraction={fraction} />
      <span title={confirmedOn ?? undefined}>
        {words}
        {confirmedOn && <VisuallyHidden> ({confirmedOn})</VisuallyHidden>}
        {advice && <strong className={colours[state]}> · {advice}</strong>}
      </span>
    </span>
  );
}

function Ring({ className, state, fraction }: { className: string; state: State; fraction: number }) {
  return (
    <svg className={className} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="4" aria-hidden="true">
      <circle cx="12" cy="12" r="9" strokeWidth="1.5" strokeDasharray={state === "stale" ? "2 3" : undefined} />
      {state === "on_hold" ? <path d="M9.5 8v8M14.5 8v8" strokeWidth="2.5" /> : <Remainder fraction={fraction} />}
    </svg>
  );
}

// Drawn clockwise from twelve; what is gone opens from there, as on an hourglass dial.
function Remainder({ fraction }: { fraction: number }) {
  if (fraction === 0) return null;
  return (
    <circle
      cx="12"
      cy="12"
      r="9"
      pathLength="1"
      strokeDasharray={`${fraction.toFixed(3)} 1`}
      strokeDashoffset={(fraction - 1).toFixed(3)}
      transform="rotate(-90 12 12)"
    />
  );
}

import type { Tone } from "../tone";

const AROUND = 2 * Math.PI * 7;

const colours: Record<Tone, string> = {
  plain: "text-ink",
  fresh: "text-fresh",
  due_soon: "text-due",
  stale: "text-stale",
  on_hold: "text-hold",
};

/** Stands for the freshness mark, which belongs to another room: a ring `full` from 0 to 1, and its words. */
export function ExampleMark({ full, words, tone }: { full: number; words: string; tone: Tone }) {
  return (
    <span className="inline-flex items-start gap-2">
      <svg viewBox="0 0 20 20" aria-hidden="true" className={`mt-[0.15em] size-[1.25em] shrink-0 -rotate-90 ${colours[tone]}`}>
        <circle cx="10" cy="10" r="7" fill="none" stroke="var(--edge)" strokeWidth="1" />
        <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="3.5" strokeDasharray={`${AROUND * full} ${AROUND}`} />
      </svg>
      {words}
    </span>
  );
}

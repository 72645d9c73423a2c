import type { ReactNode } from "react";
import type { Tone } from "./tone";

const tones: Record<Tone, string> = {
  plain: "text-ink-soft",
  fresh: "text-fresh",
  due_soon: "text-due",
  stale: "text-stale",
  on_hold: "text-hold",
};

/** A word or two about the state of something: "Primary", "On hold". */
export function Tag({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={`inline-block border border-current px-1.5 font-label text-sm/normal font-semibold whitespace-nowrap ${tones[tone]}`}>
      {children}
    </span>
  );
}

import type { ReactNode } from "react";
import type { Tone } from "./tone";

/** The colour of the head rule: the company's, until something wants attention. */
const heads: Record<Tone, string> = {
  plain: "",
  fresh: "",
  due_soon: "[--head:var(--due)]",
  stale: "[--head:var(--stale)]",
  on_hold: "[--head:var(--hold)]",
};

/**
 * The index card, on which every contact detail stands: a tab with the label, the value large on
 * ruled lines, beneath it a remark and the freshness mark, and what can be done about it.
 * `tone` colours the head rule; it only repeats what `mark` says in words.
 */
export function IndexCard({ label, lines, note, mark, actions, tone = "plain", heading: Heading = "h2" }: {
  label: string;
  lines: ReactNode[];
  note?: ReactNode;
  mark?: ReactNode;
  actions?: ReactNode;
  tone?: Tone;
  heading?: "h2" | "h3" | "h4";
}) {
  return (
    <article className={`flex flex-col ${heads[tone]}`}>
      <Heading className="tab self-start">{label}</Heading>
      <div className="sheet flex grow flex-col">
        <div className="ruled text-xl font-medium tabular-nums">
          {lines.map((line, i) => (
            <bdi key={i}>{line}</bdi>
          ))}
        </div>
        {note && <p className="mt-2 text-sm text-ink-soft">{note}</p>}
        <CardFoot mark={mark} actions={actions} />
      </div>
    </article>
  );
}

function CardFoot({ mark, actions }: { mark?: ReactNode; actions?: ReactNode }) {
  if (!mark && !actions) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 text-sm">
      {mark && <div className="grow basis-40 py-1">{mark}</div>}
      {actions && <div className="-mr-1 ml-auto flex flex-wrap items-center gap-x-3">{actions}</div>}
    </div>
  );
}

/** Cards side by side, each at least as wide as a phone number needs. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,var(--card-width)),1fr))] gap-(--gap)">{children}</div>;
}

import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Tag } from "~/ui/tag";
import type { viewRecordCommitments } from "./commitment-view.server";

/** On top of the record: what was promised and is open, what is overdue first, and the last promise that was broken. Nothing where there is none. */
export function Promises({ open, lastBroken }: ReturnType<typeof viewRecordCommitments>) {
  if (open.length === 0 && !lastBroken) return null;
  return (
    <section aria-label={m.commitments_title()} className={`mb-(--gap) border-l-4 bg-card px-3 py-1 ${open.some(({ overdue }) => overdue) || lastBroken ? "border-stale" : "border-due"}`}>
      <ul>
        {open.map(({ id, what, due, who, state, tone }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3 py-0.5">
            <span className="text-ink-soft">{m.commitments_promised()}</span>
            <Link to={paths.commitment(id)} className="font-semibold wrap-anywhere"><bdi>{what}</bdi></Link>
            <span className="text-ink-soft">{m.commitments_until({ day: due })} · <bdi>{who}</bdi></span>
            <Tag tone={tone}>{state}</Tag>
          </li>
        ))}
        {lastBroken && (
          <li className="flex flex-wrap items-baseline gap-x-3 py-0.5">
            <span className="text-ink-soft">{m.commitments_last_broken()}</span>
            <Link to={paths.commitment(lastBroken.id)} className="font-semibold wrap-anywhere"><bdi>{lastBroken.what}</bdi></Link>
            {lastBroken.settled?.reason && <bdi className="text-ink-soft">{lastBroken.settled.reason}</bdi>}
          </li>
        )}
      </ul>
    </section>
  );
}

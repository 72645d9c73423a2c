import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import type { CommitmentList } from "./commitments.server";

/** Which promises the list shows, with how many there are. */
export function CommitmentFilter({ which, counts }: { which: CommitmentList; counts: Record<CommitmentList, number> }) {
  return (
    <nav aria-label={m.commitments_lists()} className="mb-(--gap)">
      <ul className="flex flex-wrap gap-x-4">
        {(["mine", "team", "today", "overdue"] as const).map((list) => (
          <li key={list}>
            <Link to={paths.commitments(list)} aria-current={list === which ? "page" : undefined} className={`inline-block py-1 ${list === which ? "font-semibold text-ink no-underline" : ""}`}>
              {words[list]()} <span className="tabular-nums">{countWord(counts[list])}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** "312", or "1000+" where counting stopped. */
export function countWord(count: number): string {
  return count >= 1000 ? "1000+" : String(count);
}

const words: Record<CommitmentList, () => string> = {
  mine: m.commitments_mine,
  team: m.commitments_team,
  today: m.commitments_today,
  overdue: m.commitments_overdue,
};

import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { FilterLinks } from "~/ui/filter-links";
import type { CommitmentList } from "./commitments.server";

/** Which promises the list shows, with how many there are. */
export function CommitmentFilter({ which, counts }: { which: CommitmentList; counts: Record<CommitmentList, number> }) {
  const links = (["mine", "team", "today", "overdue"] as const).map((list) => ({
    label: words[list](), count: countWord(counts[list]), to: paths.commitments(list), current: list === which,
  }));
  return <div className="mb-(--gap)"><FilterLinks label={m.commitments_lists()} links={links} /></div>;
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

import { Reference } from "~/ui/reference";
import { ChangeList } from "./change-list";
import type { UpdateView } from "./update-view.server";

/** Updates, newest first, each with everything it changed. */
export function HistoryList({ updates }: { updates: UpdateView[] }) {
  return updates.map(({ reference, occurredAt, when, how, rows }) => (
    <section key={reference}>
      <h2 className="text-lg"><time dateTime={occurredAt}>{when}</time></h2>
      <p className="mb-2 text-ink-soft"><bdi>{how}</bdi> · <Reference>{reference}</Reference></p>
      <ChangeList rows={rows} />
    </section>
  ));
}

import { m } from "~/i18n/messages";
import { SummaryList } from "~/ui/summary-list";
import { ValueLines } from "~/ui/value-lines";
import type { DetailView } from "./detail-view";

/** What counts until a day, and what from then on. */
export function UntilThen({ lines, upcoming }: { lines: string[]; upcoming: NonNullable<DetailView["upcoming"]> }) {
  return (
    <SummaryList
      rows={[
        { label: m.account_move_now(), value: <ValueLines lines={lines} /> },
        { label: m.account_move_then({ day: upcoming.day }), value: <span className="font-medium"><ValueLines lines={upcoming.lines} /></span> },
      ]}
    />
  );
}

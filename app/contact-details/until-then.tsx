import { m } from "~/i18n/messages";
import { SummaryList } from "~/ui/summary-list";
import { ValueLines } from "~/ui/value-lines";
import type { DetailView } from "./detail-view";

/** What counts until a day, and what from then on. */
export function UntilThen({ lines, delivery, upcoming }: Pick<DetailView, "lines" | "delivery" | "upcoming">) {
  if (!upcoming) return null;
  return (
    <SummaryList
      rows={[
        { label: m.account_move_now(), value: <ValueLines lines={[...lines, ...delivery]} /> },
        { label: m.account_move_then({ day: upcoming.day }), value: <span className="font-medium"><ValueLines lines={upcoming.lines} /></span> },
      ]}
    />
  );
}

import type { ReactNode } from "react";
import { IndexCard } from "~/ui/card";
import type { DetailView } from "./detail-view";
import { FreshnessMark } from "./freshness-mark";

/** A detail on its index card: value large, label small, freshness mark at the foot. */
export function DetailCard({ view, note, actions, heading }: {
  view: DetailView;
  note?: ReactNode;
  actions?: ReactNode;
  heading?: "h2" | "h3" | "h4";
}) {
  return (
    <IndexCard
      heading={heading}
      label={view.heading}
      lines={view.lines}
      note={note}
      tone={view.reading.state}
      mark={<FreshnessMark reading={view.reading} size="card" />}
      actions={actions}
    />
  );
}

import { m } from "~/i18n/messages";
import { CardGrid, IndexCard } from "~/ui/card";
import { Tag } from "~/ui/tag";
import type { AskedView } from "./review-view";

/** The stale details on their cards, masked. */
export function AskedCards({ asked }: { asked: AskedView[] }) {
  return (
    <CardGrid>
      {asked.map(({ id, heading, masked, confirmed, onHold }) => (
        <IndexCard
          key={id}
          heading="h2"
          label={heading}
          lines={[masked]}
          tone={onHold ? "on_hold" : "stale"}
          mark={onHold ? <Tag tone="on_hold">{m.access_review_hold_tag()}</Tag> : <span className="text-ink-soft">{confirmed}</span>}
        />
      ))}
    </CardGrid>
  );
}

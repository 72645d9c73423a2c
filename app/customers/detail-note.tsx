import type { ReactNode } from "react";
import type { DetailView } from "~/contact-details/detail-view";
import { UpcomingLine } from "~/contact-details/upcoming-line";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";

/** What a card says below its value: who receives there, that it comes first among several, what will count later, why it cannot be confirmed. */
export function detailNote(customer: string, { id, heading, delivery, upcoming, reading }: DetailView, first: boolean): ReactNode {
  const held = reading.state === "on_hold";
  if (!first && !upcoming && !held && delivery.length === 0) return undefined;
  return (
    <>
      {delivery.map((line) => <bdi key={line} className="block text-ink">{line}</bdi>)}
      {first && <span className="block">{m.account_primary()}</span>}
      {upcoming && <UpcomingLine heading={heading} upcoming={upcoming} to={paths.move(customer, id)} />}
      {held && <span className="block">{m.account_hold_note()}</span>}
    </>
  );
}

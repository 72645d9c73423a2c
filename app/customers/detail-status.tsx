import type { DetailView } from "~/contact-details/detail-view";
import { FreshnessMark } from "~/contact-details/freshness-mark";
import { detailNote } from "./detail-note";

/** Above the form of a detail: how fresh it is, what will count later, why it cannot be confirmed. */
export function DetailStatus({ customer, view }: { customer: string; view: DetailView }) {
  const note = detailNote(customer, { ...view, delivery: [] }, false);
  return (
    <div className="mb-(--gap) max-w-xl">
      <FreshnessMark reading={view.reading} size="card" />
      {note && <p className="mt-2 text-ink-soft">{note}</p>}
    </div>
  );
}

import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { Reference } from "~/ui/reference";
import { VisuallyHidden } from "~/ui/visually-hidden";
import { ChangeList } from "./change-list";
import type { UpdateView } from "./update-view.server";

/** Updates, newest first, each with everything it changed. `receiptOf` leads to an update's receipt, where it has one. */
export function HistoryList({ updates, receiptOf }: { updates: UpdateView[]; receiptOf: (reference: string) => string | undefined }) {
  return updates.map(({ reference, occurredAt, when, how, rows, undoes, undoneBy }) => (
    <section key={reference}>
      <h2 className="text-lg"><time dateTime={occurredAt}>{when}</time></h2>
      <p className="mb-2 text-ink-soft"><bdi>{how}</bdi> · <Reference>{reference}</Reference></p>
      {undoes && <p className="mb-2">{m.checks_undoes()} <Reference>{undoes}</Reference></p>}
      {undoneBy && <p className="mb-2">{m.checks_undone_by()} <Reference>{undoneBy}</Reference></p>}
      <ChangeList rows={rows} />
      <ReceiptLink to={receiptOf(reference)} reference={reference} />
    </section>
  ));
}

function ReceiptLink({ to, reference }: { to: string | undefined; reference: string }) {
  if (!to) return null;
  return (
    <p className="-mt-2 mb-(--gap)">
      <Link to={to}>{m.letters_receipt_open()}<VisuallyHidden> <Reference>{reference}</Reference></VisuallyHidden></Link>
    </p>
  );
}

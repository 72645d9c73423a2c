import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Tag } from "~/ui/tag";

/** A batch at a printer, as pages show it. */
export type BatchView = { id: string; printedBy: string; mine: boolean; over: boolean; until: string; contents: string };

/** What is at a printer: the reader's own first to be settled, and what nobody has settled in time. */
export function BatchList({ batches, decides }: { batches: BatchView[]; decides: boolean }) {
  if (batches.length === 0) return null;
  return (
    <section className="mb-(--gap)" aria-labelledby="at-the-printer">
      <h2 id="at-the-printer" className="mb-2 text-lg">{m.letters_batches_title()}</h2>
      <ul className="border border-edge bg-card">
        {batches.map((batch) => (
          <li key={batch.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-rule px-3 py-2 last:border-0">
            <span><bdi>{batch.mine ? m.letters_batch_yours() : m.letters_batch_of({ name: batch.printedBy })}</bdi> · {batch.contents}</span>
            {batch.over ? <Tag tone="stale">{m.letters_batch_over()}</Tag> : <Tag tone="plain">{m.letters_batch_until({ time: batch.until })}</Tag>}
            {(batch.mine || decides || batch.over) && <Link className="ml-auto" to={paths.letterBatch(batch.id)}>{m.letters_batch_settle()}</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}

import type { DetailView } from "~/contact-details/detail-view";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { SummaryList } from "~/ui/summary-list";
import { ValueLines } from "~/ui/value-lines";

/** What counts until a day and what from then on, with the button that calls it off. */
export function PlannedChange({ customer, view: { id, lines, upcoming }, requestId }: { customer: string; view: DetailView; requestId: string }) {
  if (!upcoming) return null;
  return (
    <>
      <SummaryList
        rows={[
          { label: m.account_move_now(), value: <ValueLines lines={lines} /> },
          { label: m.account_move_then({ day: upcoming.day }), value: <span className="font-medium"><ValueLines lines={upcoming.lines} /></span> },
        ]}
      />
      <PostForm action={paths.moveCancellation(customer, id)} requestId={requestId}>
        <p className="mb-2 text-ink-soft">{m.account_move_cancel_hint()}</p>
        <Button variant="secondary">{m.account_move_cancel()}</Button>
      </PostForm>
    </>
  );
}

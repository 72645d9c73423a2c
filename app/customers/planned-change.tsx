import type { DetailView } from "~/contact-details/detail-view";
import { UntilThen } from "~/contact-details/until-then";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";

/** What counts until a day and what from then on, with the button that calls it off. */
export function PlannedChange({ customer, view, requestId }: { customer: string; view: DetailView; requestId: string }) {
  return (
    <>
      <UntilThen {...view} />
      <PostForm action={paths.moveCancellation(customer, view.id)} requestId={requestId}>
        <p className="mb-2 text-ink-soft">{m.account_move_cancel_hint()}</p>
        <Button variant="secondary">{m.account_move_cancel()}</Button>
      </PostForm>
    </>
  );
}

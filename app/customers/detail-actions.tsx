import type { DetailView } from "~/contact-details/detail-view";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink } from "~/ui/button";
import { PostForm } from "~/ui/form";

/** A card's own buttons: that it is still right, and to change it. What evidence speaks against can only be corrected. */
export function DetailActions({ customer, view, requestId }: { customer: string; view: DetailView; requestId: string }) {
  const { id, version, heading, reading } = view;
  const held = reading.state === "on_hold";
  return (
    <>
      {!held && (
        <PostForm action={paths.confirmations(customer)} requestId={requestId}>
          <input type="hidden" name="detail" value={`${id} ${version}`} />
          <Button variant="quiet" aria-label={m.account_confirm_one_detail({ detail: heading })}>{m.account_confirm_one()}</Button>
        </PostForm>
      )}
      <ButtonLink
        variant="quiet"
        to={paths.detail(customer, id)}
        aria-label={held ? m.account_correct_detail({ detail: heading }) : m.account_change_detail({ detail: heading })}
      >
        {held ? m.account_correct() : m.account_change()}
      </ButtonLink>
    </>
  );
}

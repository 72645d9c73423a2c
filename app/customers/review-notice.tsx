import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { Notice } from "~/ui/notice";

/** Asks to look through what was not confirmed for long; nothing where all is fresh. */
export function ReviewNotice({ customer, stale }: { customer: string; stale: number }) {
  if (stale === 0) return null;
  return (
    <Notice title={m.account_stale_title({ count: stale })}>
      <p className="mb-3">{m.account_stale_text()}</p>
      <ButtonLink to={paths.review(customer)}>{m.account_review()}</ButtonLink>
    </Notice>
  );
}

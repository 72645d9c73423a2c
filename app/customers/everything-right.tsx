import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";

/** One press that confirms all details not on hold, as they were when the page was made. */
export function EverythingRight({ customer, confirmable: { count, seal }, held, requestId }: {
  customer: string;
  confirmable: { count: number; seal: string };
  /** Whether some are on hold, which this leaves out. */
  held: boolean;
  requestId: string;
}) {
  if (count === 0) return null;
  return (
    <section className="mt-10 border-t-2 border-accent pt-4">
      <h2 className="text-xl">{m.account_everything_title()}</h2>
      <p className="mt-1 mb-3 max-w-prose">
        {m.account_everything_text()} {held && m.account_everything_held()}
      </p>
      <PostForm action={paths.confirmationOfEverything(customer)} requestId={requestId}>
        <input type="hidden" name="seal" value={seal} />
        <Button>{m.account_everything_button({ count })}</Button>
      </PostForm>
    </section>
  );
}

import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { PostForm } from "~/ui/form";
import { newCustomerFields } from "./new-customer-fields";

/** The way to a new customer, with what was searched for in the field where it belongs; it posts, so that no address tells it. */
export function NewCustomerButton({ query }: { query: string }) {
  return (
    <PostForm action={paths.newCustomer()} reloadDocument className="mt-(--gap)">
      <input type="hidden" name={newCustomerFields.query} value={query} />
      <Button variant="secondary">{m.finding_new_title()}</Button>
    </PostForm>
  );
}

import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { addTitle } from "~/contact-details/list-title";

/** The ways to add a detail of each of these kinds, to a site where one is named. */
export function AddLinks({ customer, kinds, site }: { customer: string; kinds: readonly ("shipping_address" | "phone" | "fax" | "email")[]; site?: string }) {
  return (
    <ul className="-ml-1.5 flex flex-wrap gap-x-4 gap-y-1">
      {kinds.map((kind) => (
        <li key={kind}>
          <ButtonLink variant="quiet" to={paths.newDetail(customer, kind) + (site ? `?site=${site}` : "")}>{addTitle(kind)}</ButtonLink>
        </li>
      ))}
    </ul>
  );
}

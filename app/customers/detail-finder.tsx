import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import type { ManyKind } from "~/contact-details/many-kinds";

/** Finds a detail of a kind by typing; nothing where there are too few to search. */
export function DetailFinder({ customer, kind, wanted, total }: { customer: string; kind: ManyKind; wanted: string; total: number }) {
  const here = `${paths.sites(customer)}?kind=${kind}`;
  if (total <= 5 && wanted === "") return null;
  return (
    <PostForm action={here} reloadDocument className="mb-(--gap) max-w-xl">
      <TextField label={m.account_find_button()} hint={hints[kind]()} name="wanted" type="search" autoComplete="off" defaultValue={wanted} required />
      <ButtonRow>
        <Button>{m.account_find_button()}</Button>
        {wanted !== "" && <ButtonLink variant="quiet" to={here}>{m.account_show_everything()}</ButtonLink>}
      </ButtonRow>
    </PostForm>
  );
}

const hints = {
  shipping_address: m.account_find_address,
  phone: m.account_find_number,
  fax: m.account_find_number,
  email: m.account_find_email,
};

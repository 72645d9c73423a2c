import type { ComponentProps } from "react";
import { m } from "~/i18n/messages";
import { PageTitle } from "~/ui/page-title";
import { DeskFrame } from "./desk-frame";
import type { Me } from "./me.schema";
import { NewCustomerCheck } from "./new-customer-check";
import { NewCustomerForm } from "./new-customer-form";

/** A page on the way to a new customer: the form, or what was typed into it to be read back. */
export type NewCustomerState = { me: Me } & (
  | { form: ComponentProps<typeof NewCustomerForm> }
  | { check: ComponentProps<typeof NewCustomerCheck> }
);

export function NewCustomerPage(page: NewCustomerState) {
  return (
    <DeskFrame me={page.me}>
      {"form" in page
        ? <><PageTitle>{m.finding_new_title()}</PageTitle><NewCustomerForm {...page.form} /></>
        : <><PageTitle intro={m.desk_check_intro()}>{m.account_check_title()}</PageTitle><NewCustomerCheck {...page.check} /></>}
    </DeskFrame>
  );
}

import type { DetailKind } from "~/contact-details/contact-detail";
import { kindLabel } from "~/contact-details/labels";
import { m } from "~/i18n/messages";

/** What several details of a kind are called together: "Phone numbers". */
export function listTitle(kind: DetailKind): string {
  return (titles[kind] ?? (() => kindLabel(kind)))();
}

const titles: Partial<Record<DetailKind, () => string>> = {
  shipping_address: m.account_sites_title,
  phone: m.account_list_phone,
  fax: m.account_list_fax,
  email: m.account_list_email,
};

/** "Add a phone number". */
export function addTitle(kind: "shipping_address" | "phone" | "fax" | "email"): string {
  return addTitles[kind]();
}

const addTitles = {
  shipping_address: m.account_add_shipping_address,
  phone: m.account_add_phone,
  fax: m.account_add_fax,
  email: m.account_add_email,
};

import type { DetailView } from "~/contact-details/detail-view";
import { paths } from "~/paths";
import { fieldId } from "~/ui/field-id";

/** Where a detail of a record is corrected: its first input on the form. */
export function changeAt(account: string, { id, kind }: Pick<DetailView, "id" | "kind">): string {
  return `${paths.correct(account)}#${fieldId(`details.${id}.value${inner[kind] ?? ""}`)}`;
}

const inner: Partial<Record<DetailView["kind"], string>> = { billing_address: ".lines[0]", shipping_address: ".lines[0]" };

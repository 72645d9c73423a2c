import type { DetailView } from "~/contact-details/detail-view";
import { paths } from "~/paths";
import { fieldId } from "~/ui/field-id";

/** Where a detail of a record is corrected: its first input on the form over all, or the page of a shipping address. */
export function changeAt(account: string, { id, kind }: Pick<DetailView, "id" | "kind">): string {
  if (kind === "shipping_address") return `${paths.correctDetail(account, id)}#${fieldId("detail.value.lines[0]")}`;
  return `${paths.correct(account)}#${fieldId(`details.${id}.value${kind === "billing_address" ? ".lines[0]" : ""}`)}`;
}

import { paths } from "~/paths";
import type { Change } from "./update.schema";

/** Where an agent types changes again: the page of one detail, or of its plan, where only that has them, else the form over all. */
export function editPlace(account: string, [first]: Change[], planned: boolean): string {
  if (!first) return paths.correct(account);
  if (planned && first.detail) return paths.correctPlanned(account, first.detail);
  const isOfOne = first.kind === "shipping_address" || typeof first.from === "string" || first.labelSeen !== undefined || first.site !== undefined;
  if (!isOfOne) return paths.correct(account);
  return first.detail ? paths.correctDetail(account, first.detail) : paths.correctNewDetail(account, first.kind);
}

import type { Detail } from "~/contact-details/detail.schema";

/** Whether a detail is the first choice among several of its kind; the only one of a kind needs no mark. */
export function isPrimaryOfSeveral(detail: Pick<Detail, "kind" | "isPrimary">, details: Pick<Detail, "kind">[]): boolean {
  return detail.isPrimary && details.filter(({ kind }) => kind === detail.kind).length > 1;
}

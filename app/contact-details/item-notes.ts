import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { UpdateItem } from "./contact-detail.schema";

type Noted = Pick<UpdateItem, "op" | "label" | "labelBefore" | "site" | "siteBefore">;

/** What an update says of a detail beside its value, a line each: that it comes first, its new label, its new site. */
export function itemNotes({ op, label, labelBefore, site, siteBefore }: Noted, locale: Locale): string[] {
  return [
    ...(op === "make_primary" ? [m.details_now_primary({}, { locale })] : []),
    ...(labelBefore === undefined ? [] : [labelled(labelBefore, label ?? "", locale)]),
    ...(siteBefore === undefined ? [] : [site ? m.details_now_at_site({ site }, { locale }) : m.details_now_at_no_site({}, { locale })]),
  ];
}

function labelled(before: string, after: string, locale: Locale): string {
  if (before === "") return m.details_now_labelled({ label: after }, { locale });
  return after === "" ? m.details_no_longer_labelled({ label: before }, { locale }) : m.details_relabelled({ before, after }, { locale });
}

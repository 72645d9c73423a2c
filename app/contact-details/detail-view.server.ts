import type { Locale } from "~/i18n/locale";
import type { Detail } from "./detail.schema";
import type { DetailView } from "./detail-view";
import { formatValue } from "./format-detail";
import { readFreshness, type Reader } from "./freshness";
import { kindLabel } from "./labels";
import { phoneHref } from "./phone";

export type Viewer = { locale: Locale; country: string; now: Date; reader: Reader };

/** `viewer.country` is the customer's, by which phone numbers are written. */
export function viewDetail(detail: Detail, { locale, country, now, reader }: Viewer): DetailView {
  const { id, kind, siteId, version, label, value, freshness } = detail;
  return {
    id,
    kind,
    siteId,
    version,
    heading: [kindLabel(kind), label].filter(Boolean).join(" · "),
    lines: formatValue(kind, value, locale, country),
    href: typeof value === "string" && kind === "phone" ? phoneHref(value) : null,
    reading: readFreshness(freshness, now, locale, reader),
  };
}

import { longCalendarDay } from "~/i18n/times";
import type { Detail } from "./detail.schema";
import type { DetailView, Viewer } from "./detail-view";
import { deliveryLines, formatValue } from "./format-detail";
import { readFreshness } from "./freshness";
import { detailHeading } from "./labels";
import { phoneHref } from "./phone";

/** `viewer.country` is the customer's, by which phone numbers are written. */
export function viewDetail(detail: Detail, { locale, country, now, reader }: Viewer): DetailView {
  const { id, kind, siteId, version, isPrimary, label, value, freshness, upcoming } = detail;
  const delivery = deliveryLines(value, locale);
  return {
    id,
    kind,
    siteId,
    version,
    isPrimary,
    label,
    heading: detailHeading(kind, label),
    lines: formatValue(kind, value, locale, country).filter((line) => !delivery.includes(line)),
    delivery,
    href: typeof value === "string" && kind === "phone" ? phoneHref(value) : null,
    reading: readFreshness(freshness, now, locale, reader),
    upcoming: upcoming ? { lines: formatValue(kind, upcoming.value, locale, country), day: longCalendarDay(upcoming.from, locale) } : null,
  };
}

import type { Locale } from "~/i18n/locale";
import type { DetailKind } from "./contact-detail.schema";
import type { Detail } from "./detail.schema";
import { formatValue } from "./format-detail";
import { type FreshnessReading, readFreshness, type Reader } from "./freshness";
import { kindLabel } from "./labels";
import { phoneHref } from "./phone";

/** A detail made ready for a page: written as its reader writes it, with its mark read. Holds no raw phone number format. */
export type DetailView = {
  id: string;
  kind: DetailKind;
  siteId: string | null;
  version: number;
  /** "Phone", or "Phone · Reception". */
  heading: string;
  lines: string[];
  /** Dials or writes to the value, where that makes sense. */
  href: string | null;
  reading: FreshnessReading;
};

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

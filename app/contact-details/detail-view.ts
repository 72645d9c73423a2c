import type { Locale } from "~/i18n/locale";
import type { DetailKind } from "./contact-detail";
import type { FreshnessReading, Reader } from "./freshness";

/** Who reads, and when; `country` is the customer's. */
export type Viewer = { locale: Locale; country: string; now: Date; reader: Reader };

/** A detail made ready for a page: written as its reader writes it, with its mark read. */
export type DetailView = {
  id: string;
  kind: DetailKind;
  siteId: string | null;
  version: number;
  isPrimary: boolean;
  label: string | null;
  /** "Phone", or "Phone · Reception". */
  heading: string;
  lines: string[];
  /** Of a site, who receives there and how to deliver. */
  delivery: string[];
  /** Dials or writes to the value, where that makes sense. */
  href: string | null;
  reading: FreshnessReading;
  /** What will count later, and from which day, in full. */
  upcoming: { lines: string[]; day: string } | null;
};

import type { DetailKind } from "./contact-detail";
import type { FreshnessReading } from "./freshness";

/** A detail made ready for a page: written as its reader writes it, with its mark read. */
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

import { company } from "../../kartei.config";
import { type FreshnessReading, readFreshness } from "~/contact-details/freshness";
import { detailHeading } from "~/contact-details/labels";
import type { Locale } from "~/i18n/locale";
import type { QueueRow } from "./outreach.schema";

/** A row of the queue made ready for the page. */
export type QueueRowView = {
  id: string;
  accountNumber: string;
  name: string;
  /** "12.400 €" */
  spend: string;
  medium: "email" | "letter";
  stale: { heading: string; reading: FreshnessReading }[];
  /** How many stale details there are beyond those listed. */
  more: number;
};

/** `now` is the moment by which freshness is read. */
export function viewRow({ id, accountNumber, name, yearlySpend, medium, stale, staleCount }: QueueRow, locale: Locale, now: Date): QueueRowView {
  return {
    id,
    accountNumber,
    name: name ?? accountNumber,
    spend: new Intl.NumberFormat(locale, { style: "currency", currency: company.currency, maximumFractionDigits: 0 }).format(yearlySpend),
    medium,
    stale: stale.map(({ kind, label, freshness }) => ({
      heading: detailHeading(kind, label),
      reading: readFreshness(freshness, now, locale, "staff"),
    })),
    more: staleCount - stale.length,
  };
}

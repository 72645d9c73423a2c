import { company } from "../../kartei.config";
import type { Locale } from "./locale";

/** A moment's time of day where the company is: "14:05". `moment` is an ISO timestamp. */
export function timeOfDay(moment: string, locale: Locale): string {
  return format(moment, locale, { timeStyle: "short" });
}

/** A moment's time of day to the second: "14:05:30". */
export function timeWithSeconds(moment: string, locale: Locale): string {
  return format(moment, locale, { timeStyle: "medium" });
}

/** A moment's day where the company is: "21 November 2026". */
export function longDay(moment: string, locale: Locale): string {
  return format(moment, locale, { dateStyle: "long" });
}

/** A moment's day in short, for lists: "21.11.2026". */
export function shortDay(moment: string, locale: Locale): string {
  return format(moment, locale, { day: "2-digit", month: "2-digit", year: "numeric" });
}

/** A calendar day such as a birth date, in short: "12.04.1987". `day` is an ISO date, the same day in every zone. */
export function calendarDay(day: string, locale: Locale): string {
  return format(day, locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
}

/** A calendar day in full: "1 December 2026". `day` is an ISO date, the same day in every zone. */
export function longCalendarDay(day: string, locale: Locale): string {
  return format(day, locale, { dateStyle: "long", timeZone: "UTC" });
}

/** A moment in short, for lists: "21.11.26, 14:05". */
export function shortMoment(moment: string, locale: Locale): string {
  return format(moment, locale, { dateStyle: "short", timeStyle: "short" });
}

/** A moment in full, for records: "21 November 2026 at 14:05". */
export function longMoment(moment: string, locale: Locale): string {
  return format(moment, locale, { dateStyle: "long", timeStyle: "short" });
}

function format(moment: string, locale: Locale, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { timeZone: company.timeZone, ...style }).format(new Date(moment));
}

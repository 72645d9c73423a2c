import type { Locale } from "~/i18n/locale";
import { company } from "../../kartei.config";

/** English mails follow British usage: the day before the month, and a 24-hour clock. */
const tags: Record<Locale, string> = { en: "en-GB", de: "de-DE", hu: "hu-HU" };

/** "21 November 2026", from an ISO date, or from a timestamp as the company's time zone has it. */
export function longDate(iso: string, locale: Locale): string {
  const timeZone = iso.includes("T") ? company.timeZone : "UTC";
  return new Intl.DateTimeFormat(tags[locale], { dateStyle: "long", timeZone }).format(new Date(iso));
}

/** "21 November 2026 at 09:30 CET" in the company's time zone, from an ISO timestamp. */
export function longDateTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tags[locale], {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone: company.timeZone,
  }).format(new Date(iso));
}

/** "Monday, Tuesday and Friday", or "Monday–Friday" for three days or more in a row; 1 is Monday. */
export function weekdayNames(weekdays: readonly number[], locale: Locale): string {
  const format = new Intl.DateTimeFormat(tags[locale], { weekday: "long", timeZone: "UTC" });
  const names = weekdays.map((day) => format.format(aMondayPlus(day - 1)));
  if (names.length > 2 && inARow(weekdays)) return `${names.at(0)}–${names.at(-1)}`;
  return new Intl.ListFormat(tags[locale], { type: "conjunction" }).format(names);
}

function aMondayPlus(days: number): Date {
  return new Date(Date.UTC(2024, 0, 1 + days));
}

function inARow(weekdays: readonly number[]): boolean {
  return weekdays.every((day, index) => index === 0 || day - (weekdays[index - 1] ?? 0) === 1);
}

import { type Locale } from "~/i18n/locale";

/** How far away a moment is, in words: "in 3 hours", "2 days ago", "yesterday". `moment` is an ISO timestamp. */
export function dueWords(moment: string, now: Date, locale: Locale): string {
  const minutes = Math.round((new Date(moment).getTime() - now.getTime()) / 60_000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  if (Math.abs(minutes) < 60) return words.format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 36 ? words.format(hours, "hour") : words.format(Math.round(hours / 24), "day");
}

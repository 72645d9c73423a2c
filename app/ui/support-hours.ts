/**
 * When support can be reached, such as "Monday–Friday, 08:00–18:00", in the reader's language.
 * `weekdays` are ISO numbers in a row (1 is Monday); the times are the company's.
 */
export function supportHours({ weekdays, from, to }: SupportHours, locale: string): string {
  const names = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const ends = new Set([weekdays[0], weekdays.at(-1)].filter((day) => day !== undefined));
  const days = [...ends].map((day) => names.format(dayOnWeekday(day)));
  return `${days.join("–")}, ${from}–${to}`;
}

interface SupportHours {
  weekdays: readonly number[];
  from: string;
  to: string;
}

/** A date that falls on this weekday: 1 January 2024 was a Monday. */
function dayOnWeekday(iso: number): Date {
  return new Date(Date.UTC(2024, 0, iso));
}

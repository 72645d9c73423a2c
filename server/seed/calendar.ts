const dayInMs = 86_400_000;

/** Dates counted back from one day. */
export type Calendar = ReturnType<typeof createCalendar>;

/**
 * The calendar that counts back from `today`, an ISO date; throws a RangeError for anything else.
 * Each date is written once and then remembered, since writing dates is half the work of a seed.
 */
export function createCalendar(today: string) {
  const midnight = Date.parse(`${today}T00:00:00Z`);
  if (Number.isNaN(midnight)) throw new RangeError(`"${today}" is no date such as 2026-03-31`);
  const written: string[] = [];

  /** The ISO date so many days before today. */
  const dateBefore = (days: number) => (written[days] ??= new Date(midnight - days * dayInMs).toISOString().slice(0, 10));

  /** The ISO timestamp, in UTC, of a minute of the day so many days before today. */
  const instantBefore = (days: number, minuteOfDay: number) => {
    const hour = twoDigits(Math.floor(minuteOfDay / 60));
    return `${dateBefore(days)}T${hour}:${twoDigits(minuteOfDay % 60)}:00.000Z`;
  };

  return { dateBefore, instantBefore };
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

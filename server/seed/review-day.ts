/** For how many months each kind of detail counts as fresh: the table `public.review_policy`. */
export type ReviewPolicy = Readonly<Record<string, number>>;

/** The ISO date on which a detail is due to be asked about. */
export type ReviewDay = (kind: string, confirmedAt: string | null, knownSince: string) => string;

/**
 * Counts as `private.review_day` does: so many months after the confirmation, or the day since which the detail is
 * known where it was never confirmed. A month too short for the day ends it. Each date is written once and then
 * remembered. Throws a RangeError for a kind without a policy.
 */
export function createReviewDay(policy: ReviewPolicy): ReviewDay {
  const written = new Map<string, string>();
  return (kind, confirmedAt, knownSince) => {
    if (confirmedAt === null) return knownSince;
    const months = policy[kind];
    if (months === undefined) throw new RangeError(`Nothing says when to ask about a ${kind} again`);
    const day = confirmedAt.slice(0, 10);
    const key = `${day}+${months}`;
    const date = written.get(key) ?? monthsAfter(day, months);
    written.set(key, date);
    return date;
  };
}

function monthsAfter(date: string, months: number): string {
  const start = new Date(`${date}T00:00:00Z`);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay))).toISOString().slice(0, 10);
}

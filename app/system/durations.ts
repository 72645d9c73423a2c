/** Milliseconds up to which each place of a list of counted durations reaches; the last place holds what took longer. */
export const bounds = [5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000, 1500, 2000, 3000, 5000, 10_000] as const;

/** How many of some durations (in milliseconds) fall into each place. Such lists may be added up, whoever counted them. */
export function countDurations(durations: number[]): number[] {
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  for (const ms of durations) {
    const place = bounds.findIndex((bound) => ms <= bound);
    const at = place === -1 ? bounds.length : place;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** Counted durations added up, place by place. */
export function addCounts(lists: number[][]): number[] {
  return [...bounds, Infinity].map((_, place) => lists.reduce((sum, counts) => sum + (counts[place] ?? 0), 0));
}

/**
 * The duration in milliseconds within which the given share of counted durations lies, taken as spread evenly within a
 * place; null where nothing was counted. What took longer than the last bound counts as that bound.
 */
export function durationOf(share: number, counts: number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  let rest = total * share;
  for (const [place, count] of counts.entries()) {
    const below = bounds[place - 1] ?? 0;
    if (count > 0 && rest <= count) return below + ((bounds[place] ?? below) - below) * (rest / count);
    rest -= count;
  }
  return bounds.at(-1) ?? null;
}

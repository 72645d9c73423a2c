/**
 * Where an arrow key leads in a list of `count`: from `current`, which is -1 before the first, down or up without
 * leaving the list; null for every other key, and where there is nowhere to go.
 */
export function nextIndex(current: number, key: string, count: number): number | null {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (step === 0 || count === 0 || current + step < 0) return null;
  return Math.min(count - 1, current + step);
}

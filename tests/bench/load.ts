import { percentile } from "./clock.ts";

/** What a load found: how many a second, and how long one took in milliseconds. */
export interface LoadResult {
  perSecond: number;
  p50: number;
  p95: number;
}

interface Load {
  /** How many are under way at once. */
  concurrency: number;
  /** It ends after so many seconds, or when there is no more to do. */
  seconds: number;
  /** Not counted: what comes in the first so many milliseconds, while plans and code warm up. */
  warmUp?: number;
}

/**
 * Does one act after another, `concurrency` side by side, as long as `next` gives more and time is left. An act that
 * throws ends the load.
 */
export async function runLoad({ concurrency, seconds, warmUp = 1000 }: Load, next: () => (() => Promise<void>) | undefined): Promise<LoadResult> {
  const began = performance.now();
  const counted = began + warmUp;
  const end = began + seconds * 1000;
  const times: number[] = [];
  let last = counted;
  const one = async () => {
    for (let act = next(); act && performance.now() < end; act = next()) {
      const start = performance.now();
      await act();
      last = performance.now();
      if (start >= counted) times.push(last - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, one));
  return { perSecond: times.length / ((last - counted) / 1000), p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

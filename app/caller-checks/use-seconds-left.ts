import { useEffect, useState } from "react";

/** Counts down from `seconds`, anew for each `asOf`; null where nothing runs out. */
export function useSecondsLeft(seconds: number | null, asOf: string): number | null {
  const [passed, setPassed] = useState({ since: asOf, seconds: 0 });
  const counts = seconds !== null;
  useEffect(() => {
    if (!counts) return undefined;
    const began = performance.now();
    const timer = setInterval(() => setPassed({ since: asOf, seconds: Math.round((performance.now() - began) / 1000) }), 1000);
    return () => clearInterval(timer);
  }, [counts, asOf]);
  return seconds === null ? null : Math.max(0, seconds - (passed.since === asOf ? passed.seconds : 0));
}

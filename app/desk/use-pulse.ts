import { useEffect, useState } from "react";
import { paths } from "~/paths";
import type { Pulse } from "./pulse";

const EVERY_MS = 15_000;

/**
 * What has changed on a record since it was read with `stamp`, null while nothing has. Asks while somebody may look at it,
 * and at once when they come back to it; an answer that was asked for before the record was read anew counts no more.
 */
export function usePulse(account: string, stamp: string): Pulse | null {
  const [heard, setHeard] = useState<{ pulse: Pulse; since: string } | null>(null);
  useEffect(() => {
    const left = new AbortController();
    const { signal } = left;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const pulse = await askPulse(account, signal);
      if (pulse && !signal.aborted) setHeard({ pulse, since: stamp });
    };
    const asked = () => { void ask(); };
    const timer = setInterval(asked, EVERY_MS);
    window.addEventListener("focus", asked, { signal });
    document.addEventListener("visibilitychange", asked, { signal });
    return () => {
      clearInterval(timer);
      left.abort();
    };
  }, [account, stamp]);
  return heard?.since === stamp && heard.pulse.stamp !== stamp ? heard.pulse : null;
}

// Not through the router, which would follow the way to sign in and lose what was typed. Without an answer it asks again.
async function askPulse(account: string, signal: AbortSignal): Promise<Pulse | null> {
  try {
    const answer = await fetch(paths.recordPulse(account), { signal, redirect: "error" });
    return answer.ok ? ((await answer.json()) as Pulse) : null;
  } catch {
    return null;
  }
}

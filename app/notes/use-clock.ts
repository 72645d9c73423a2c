import { useEffect, useState } from "react";
import { paths } from "~/paths";
import { readClock } from "./clock-reading";
import type { Clock } from "./note.schema";

/** What may be noted of a contact. */
export type Act = "called" | "answered" | "held" | "resumed" | "ended" | "reopened";

/**
 * A clock that runs on from what the database has noted, by the database's time, and `press`, which notes a moment.
 * `failed` says that the last press did not arrive.
 */
export function useClock(noted: Clock, channel = noted.channel) {
  const [clock, setClock] = useState(noted);
  const [now, setNow] = useState(() => Date.parse(noted.now));
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const ahead = Date.parse(clock.now) - Date.now();
    const tick = () => { setNow(Date.now() + ahead); };
    const timer = setInterval(tick, 1000);
    return () => { clearInterval(timer); };
  }, [clock]);

  async function press(act: Act): Promise<void> {
    try {
      const response = await fetch(paths.noteDraftMoments(noted.id), { method: "POST", body: new URLSearchParams({ act }), redirect: "manual" });
      const answer = response.ok ? ((await response.json()) as Clock | null) : null;
      if (answer) {
        setClock(answer);
        setNow(Date.parse(answer.now));
      }
      setFailed(!answer);
    } catch {
      setFailed(true);
    }
  }

  return { reading: readClock({ ...clock, channel }, now), press, failed };
}

import type { MinuteFigures } from "../../app/system/watch.server.ts";
import { writeLine } from "./log.ts";

const MINUTE = 60_000;
/** Reports that found no database wait, so that its failure shows afterwards; at most these many. */
const KEPT = 60;

/** Tells the database of a minute; `leaving` for the last time. Rejects where it does not answer. */
export type SendReport = (minute: Date, figures: MinuteFigures, leaving: boolean) => Promise<void>;

/**
 * Reports what a process counts at the end of each minute and, when disposed, what it counted of the last. The first
 * report comes at once, so that the process is seen. `take` returns what was counted since it was last called.
 */
export function reportMinutes(take: () => MinuteFigures, send: SendReport): AsyncDisposable {
  const waiting: { minute: Date; figures: MinuteFigures }[] = [];
  let begun = startOfMinute();
  let sending = sendAll([{ minute: begun, figures: take() }], send, false);
  let timer = setTimeout(turn, begun.getTime() + MINUTE - Date.now());

  function turn() {
    waiting.push({ minute: begun, figures: take() });
    waiting.splice(0, waiting.length - KEPT);
    begun = startOfMinute();
    timer = setTimeout(turn, begun.getTime() + MINUTE - Date.now());
    sending = sending.then(() => sendAll(waiting, send, false));
  }

  return {
    [Symbol.asyncDispose]: async () => {
      clearTimeout(timer);
      await sending;
      await sendAll([...waiting, { minute: begun, figures: take() }], send, true);
    },
  };
}

// Takes off the list what has arrived, and stops at the first that has not.
async function sendAll(reports: { minute: Date; figures: MinuteFigures }[], send: SendReport, leaving: boolean): Promise<void> {
  for (let next = reports[0]; next; next = reports[0]) {
    try {
      await send(next.minute, next.figures, leaving && reports.length === 1);
    } catch {
      writeLine("report", { outcome: "unanswered", minutes: reports.length });
      return;
    }
    reports.shift();
  }
}

function startOfMinute(): Date {
  return new Date(Math.floor(Date.now() / MINUTE) * MINUTE);
}

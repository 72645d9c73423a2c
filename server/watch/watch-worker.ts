import { mailsClaimed, mailsHandled } from "../../app/signals.server.ts";
import type { MailHandled, MailsClaimed } from "../../app/signals.server.ts";
import type { MinuteFigures, ProcessIdentity } from "../../app/system/watch.server.ts";
import type { SiteBuild } from "../web/build.ts";
import { watchDatabaseCalls } from "./database-calls.ts";
import { writeLine } from "./log.ts";
import { createMetrics, mailMetrics } from "./metrics.ts";
import { reportMinutes } from "./minutes.ts";
import { serveMetrics } from "./serve-metrics.ts";
import type { WorkerSettings } from "./worker-settings.ts";

/** Watches a worker from its start: a line for what it claims and for each mail, its metrics, its reports. */
export async function watchWorker(build: SiteBuild, identity: ProcessIdentity, { log, metrics }: WorkerSettings): Promise<AsyncDisposable> {
  await using starting = new AsyncDisposableStack();
  const { registry, called } = createMetrics();
  const count = mailMetrics(registry);
  const minute = countMails();
  const { reportMinute } = build.entry.module;
  if (metrics) starting.use(await serveMetrics(registry, metrics));
  starting.use(reportMinutes(minute.take, (at, figures, leaving) => reportMinute(identity, at, figures, leaving)));
  starting.use(watchDatabaseCalls(called));
  starting.use(watchMails({
    claimed: (kinds) => { if (log) writeLine("claim", kinds); },
    handled: (mail) => {
      count(mail);
      minute.add(mail);
      if (log) writeLine("mail", { ...mail, ms: Math.round(mail.ms) });
    },
  }));
  return starting.move();
}

function watchMails(on: { claimed: (kinds: MailsClaimed) => void; handled: (mail: MailHandled) => void }): Disposable {
  const claimed = (message: unknown) => { on.claimed(message as MailsClaimed); };
  const handled = (message: unknown) => { on.handled(message as MailHandled); };
  mailsClaimed.subscribe(claimed);
  mailsHandled.subscribe(handled);
  return {
    [Symbol.dispose]: () => {
      mailsClaimed.unsubscribe(claimed);
      mailsHandled.unsubscribe(handled);
    },
  };
}

/** What is counted of the mails between two reports. One that was given back untried counts where it is tried. */
function countMails() {
  let sends: MinuteFigures["sends"] & object = {};
  return {
    add: ({ outcome }: MailHandled) => {
      if (outcome !== "released") sends[outcome] = (sends[outcome] ?? 0) + 1;
    },
    take: () => {
      const counted = { sends };
      sends = {};
      return counted;
    },
  };
}

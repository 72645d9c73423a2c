import type { SiteBuild } from "../web/build.ts";
import type { WebSettings } from "../web/settings.ts";
import { watchDatabaseCalls } from "./database-calls.ts";
import { identityOf } from "./identity.ts";
import { writeLine } from "./log.ts";
import { createMetrics, requestMetrics } from "./metrics.ts";
import type { Answered } from "./metrics.ts";
import { reportMinutes } from "./minutes.ts";
import { queueMetrics } from "./queue-metrics.ts";
import { readiness } from "./readiness.ts";
import type { Unready } from "./readiness.ts";

/** What is known of a web server that runs. Disposing reports for the last time. */
export interface WebWatch extends AsyncDisposable {
  /** Counts a request, and logs it unless that is off. */
  answered: (answered: Answered & { id: string; db: { calls: number; ms: number } }) => void;
  /** Why this server should get no requests; null when it may. */
  unready: () => Promise<Unready | null>;
  /** Whether the bearer of an access token may read the metrics. */
  admits: (authorization: string | undefined) => Promise<boolean>;
  /** The metrics in Prometheus's words, with their content type. */
  scrape: () => Promise<{ type: string; text: string }>;
}

/** Watches a web server from its start. */
export function watchWeb(build: SiteBuild, settings: WebSettings, stopping: AbortSignal): WebWatch {
  const { admitsToMetrics, readMigrations, readQueues, reportMinute } = build.entry.module;
  const { registry, called } = createMetrics();
  const count = requestMetrics(registry);
  const { refresh } = queueMetrics(registry, readQueues);
  const minute = countRequests();
  const identity = identityOf("web", build);
  const reports = reportMinutes(minute.take, (at, figures, leaving) => reportMinute(identity, at, figures, leaving));
  const calls = watchDatabaseCalls(called);
  return {
    answered: ({ route, method, status, ms, id, db }) => {
      count({ route, method, status, ms });
      minute.add(status, ms);
      if (settings.logRequests) writeLine("request", { id, method, route, status, ms: Math.round(ms), calls: db.calls, callsMs: Math.round(db.ms) });
    },
    unready: readiness(readMigrations, stopping),
    admits: admitsToMetrics,
    scrape: async () => {
      await refresh();
      return { type: registry.contentType, text: await registry.metrics() };
    },
    [Symbol.asyncDispose]: async () => {
      calls[Symbol.dispose]();
      await reports[Symbol.asyncDispose]();
    },
  };
}

/** What is counted of the requests between two reports. */
function countRequests() {
  let durations: number[] = [];
  let errors = 0;
  return {
    add: (status: number, ms: number) => {
      durations.push(Math.round(ms));
      if (status >= 500) errors += 1;
    },
    take: () => {
      const counted = { requests: durations.length, errors, durations };
      durations = [];
      errors = 0;
      return counted;
    },
  };
}

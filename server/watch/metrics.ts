import { collectDefaultMetrics, Counter, Histogram, Registry } from "prom-client";
import type { DatabaseCall, MailHandled } from "../../app/signals.server.ts";

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A request that was answered. */
export interface Answered {
  /** The pattern of Remix's route; null where none fits. */
  route: string | null;
  method: string;
  /** 499 where the browser went away before. */
  status: number;
  ms: number;
}

/** What a process tells Prometheus: its calls of the database, and how it fares itself. */
export interface Metrics {
  registry: Registry;
  called: (call: DatabaseCall) => void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const calls = new Histogram({
    name: "kartei_database_call_seconds", help: "Round trips to the database, by function and outcome",
    labelNames: ["function", "outcome"], buckets, registers: [registry],
  });
  return { registry, called: ({ name, outcome, ms }) => { calls.observe({ function: name, outcome }, ms / 1000); } };
}

/** Adds what a web server counts. */
export function requestMetrics(registry: Registry): (answered: Answered) => void {
  const requests = new Counter({
    name: "kartei_requests_total", help: "Requests, by route, method and class of status",
    labelNames: ["route", "method", "status"], registers: [registry],
  });
  const durations = new Histogram({ name: "kartei_request_seconds", help: "Requests, by route", labelNames: ["route"], buckets, registers: [registry] });
  return ({ route, method, status, ms }) => {
    requests.inc({ route: route ?? "none", method: methodOf(method), status: `${Math.floor(status / 100)}xx` });
    durations.observe({ route: route ?? "none" }, ms / 1000);
  };
}

// Anybody may send any method; each would be a series of its own.
function methodOf(method: string): string {
  return ["GET", "HEAD", "POST"].includes(method) ? method : "other";
}

/** Adds what a worker counts. */
export function mailMetrics(registry: Registry): (handled: MailHandled) => void {
  const mails = new Histogram({
    name: "kartei_mail_seconds", help: "Mails that this worker handled, by kind and outcome",
    labelNames: ["kind", "outcome"], buckets, registers: [registry],
  });
  return ({ kind, outcome, ms }) => { mails.observe({ kind, outcome }, ms / 1000); };
}

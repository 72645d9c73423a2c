import { Gauge } from "prom-client";
import type { Registry } from "prom-client";
import type { SiteBuild } from "../web/build.ts";

type Queues = Awaited<ReturnType<SiteBuild["entry"]["module"]["readQueues"]>>;

/**
 * Adds what the database tells of its queues. Every server tells the same, so that a query takes the maximum, not the
 * sum. Where the database does not answer, `kartei_database_up` is 0 and the others are missing.
 */
export function queueMetrics(registry: Registry, readQueues: () => Promise<Queues>): { refresh: () => Promise<void> } {
  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers: [registry] });
  const up = gauge("kartei_database_up", "Whether the database answers this server");
  const depth = gauge("kartei_queue_depth", "What waits, counted up to 10,000", ["queue", "kind", "state"]);
  const age = gauge("kartei_queue_oldest_seconds", "For how long the oldest has been waiting", ["queue", "kind", "state"]);
  const sends = gauge("kartei_sends_last_hour", "Mails of the last hour over all workers, by outcome", ["outcome"]);
  const processes = gauge("kartei_processes", "Servers and workers that reported lately", ["kind", "works"]);

  const show = (told: Queues) => {
    for (const { queue, kind, state, count, oldest } of told.queues) {
      depth.set({ queue, kind, state }, count);
      age.set({ queue, kind, state }, oldest ? (Date.now() - Date.parse(oldest)) / 1000 : 0);
    }
    for (const [outcome, count] of Object.entries(told.sends)) sends.set({ outcome }, count);
    for (const kind of ["web", "worker"] as const) processes.set({ kind, works: "yes" }, told.processes.filter((one) => one.kind === kind && one.works).length);
    processes.set({ kind: "worker", works: "no" }, told.processes.filter(({ works }) => !works).length);
  };

  return {
    refresh: async () => {
      const told = await readQueues().catch(() => null);
      for (const each of [depth, age, sends, processes]) each.reset();
      up.set(told ? 1 : 0);
      if (told) show(told);
    },
  };
}

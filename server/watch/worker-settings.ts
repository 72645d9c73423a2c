import { z } from "zod";

const schema = z.object({
  LOG: z.enum(["on", "off"]).default("on"),
  METRICS_PORT: z.coerce.number().optional(),
  METRICS_TOKEN: z.string().optional(),
});

/** Where a worker's metrics are served, and to whom. */
export interface MetricsDoor {
  port: number;
  token: string;
}

export interface WorkerSettings {
  log: boolean;
  /** Null serves none. */
  metrics: MetricsDoor | null;
}

/** The worker's own part of the environment. */
export function readWorkerSettings(environment: NodeJS.ProcessEnv): WorkerSettings {
  const { LOG, METRICS_PORT, METRICS_TOKEN } = schema.parse(environment);
  return { log: LOG === "on", metrics: METRICS_PORT && METRICS_TOKEN ? { port: METRICS_PORT, token: METRICS_TOKEN } : null };
}

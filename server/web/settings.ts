import { z } from "zod";

const schema = z.object({
  PORT: z.coerce.number(),
  HOST: z.string().optional(),
  SITE_URL: z.url(),
  TRUST_PROXY: z.string().optional(),
  LOG: z.enum(["on", "off"]).default("on"),
  DRAIN_MS: z.coerce.number().default(0),
  METRICS_TOKEN: z.string().optional(),
  NODE_ENV: z.string().default("production"),
});

export interface WebSettings {
  port: number;
  /** Undefined listens on every address. */
  host: string | undefined;
  /** Whether people reach the site by https. */
  secure: boolean;
  /** Whose `x-forwarded-*` headers count, in Express's words; false for nobody's. */
  trustProxy: string | number | boolean;
  logRequests: boolean;
  /** For how long the server goes on taking requests when it stops, in milliseconds, until a load balancer has noticed. */
  drainMs: number;
  /** How long requests under way may take to finish after that. */
  finishMs: number;
  /** Null shows the metrics to nobody. */
  metricsToken: string | null;
  development: boolean;
}

/** The web server's own part of the environment that `start.ts` gives it. */
export function readWebSettings(environment: NodeJS.ProcessEnv): WebSettings {
  const env = schema.parse(environment);
  return {
    port: env.PORT,
    host: env.HOST,
    secure: env.SITE_URL.startsWith("https:"),
    trustProxy: proxyOf(env.TRUST_PROXY),
    logRequests: env.LOG === "on",
    drainMs: env.DRAIN_MS,
    finishMs: finishMs(env.DRAIN_MS),
    metricsToken: env.METRICS_TOKEN ?? null,
    development: env.NODE_ENV === "development",
  };
}

// Express takes true, a number of proxies, or names and networks such as "loopback, 10.0.0.0/8".
function proxyOf(text: string | undefined): string | number | boolean {
  if (!text || text === "false") return false;
  if (text === "true") return true;
  return /^\d+$/.test(text) ? Number(text) : text;
}

/**
 * How long requests under way may take when the server stops: with others behind the same proxy, as long as the
 * database gives them (8 s); at a lone Ctrl-C nobody wants to wait so long.
 */
export function finishMs(drainMs: number): number {
  return drainMs > 0 ? 10_000 : 2500;
}

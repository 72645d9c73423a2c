import { z } from "zod";

const schema = z.object({
  PORT: z.coerce.number(),
  HOST: z.string().optional(),
  SITE_URL: z.url(),
  TRUST_PROXY: z.string().optional(),
  LOG: z.enum(["on", "off"]).default("on"),
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
    development: env.NODE_ENV === "development",
  };
}

// Express takes true, a number of proxies, or names and networks such as "loopback, 10.0.0.0/8".
function proxyOf(text: string | undefined): string | number | boolean {
  if (!text || text === "false") return false;
  if (text === "true") return true;
  return /^\d+$/.test(text) ? Number(text) : text;
}

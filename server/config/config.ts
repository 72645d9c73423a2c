import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { StartError } from "../run/main.ts";

/** The project's folder, without a slash at its end. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const portRule = "must be a port number from 1 to 65535";
const port = z.coerce.number(portRule).int(portRule).min(1, portRule).max(65_535, portRule);
const drainRule = "must be a number of milliseconds up to 60000";
const url = (protocol: RegExp, example: string) => z.url({ protocol, error: `must be an address such as ${example}` });
const site = url(/^https?$/, "https://kartei.example.com").transform((text) => new URL(text).origin);

const environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().optional(),
  SITE_URL: site.optional(),
  TRUST_PROXY: z.string().optional(),
  LOG: z.enum(["on", "off"], "must be on or off").default("on"),
  DRAIN_MS: z.coerce.number(drainRule).int(drainRule).min(0, drainRule).max(60_000, drainRule).default(0),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  METRICS_PORT: port.optional(),
  DATA_DIR: z.string().default(join(projectRoot, ".data")),
  PG_PORT: port.optional(),
  API_PORT: port.optional(),
  INBOX_PORT: port.optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, "postgres://user:password@host:5432/kartei").optional(),
  SUPABASE_URL: url(/^https?$/, "https://project.supabase.co").optional(),
  SUPABASE_PUBLISHABLE_KEY: z.string().optional(),
  SUPABASE_SECRET_KEY: z.string().optional(),
  SUPABASE_JWT_SECRET: z.string().optional(),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: url(/^https?$/, "https://api.resend.com").optional(),
  KARTEI_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  SEND_EMAIL_HOOK_SECRET: z.string().startsWith("v1,whsec_", "must begin with v1,whsec_").optional(),
  SEND_EMAIL_HOOK_URL: url(/^https?$/, "https://kartei.example.com/hooks/send-email").optional(),
  WEBHOOK_PRIVATE_TARGETS: z.literal("allow", "must be allow, or unset").optional(),
});

type Environment = z.infer<typeof environment>;

/** Every variable that Kartei reads. */
export const variables = Object.keys(environment.shape);

interface Common {
  port: number;
  /** The address to listen on; undefined for all. */
  host: string | undefined;
  /** The origin that people open, without a slash at its end. */
  siteUrl: string;
  trustProxy: string | undefined;
  log: "on" | "off";
  /** Whether webhooks may go to private networks and without https. */
  webhookPrivateTargets: "allow" | undefined;
  /** For how long a web server that stops goes on taking requests. */
  drainMs: number;
  /** Who may read the metrics; undefined for nobody. */
  metricsToken: string | undefined;
  /** Where a worker serves its metrics; a web server has them on its own port. */
  metricsPort: number | undefined;
}

/** Settings for the backend that Kartei itself starts (embedded or own PostgreSQL). */
export interface LocalConfig extends Common {
  mode: "embedded" | "own-postgres";
  /** Where the data folder is; absolute. */
  dataDir: string;
  /** Undefined ports are chosen at the start. */
  ports: { postgres: number | undefined; api: number | undefined; inbox: number | undefined };
  /** Null means the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Where Auth's mails are handed to the site. */
  sendEmailHookUrl: string;
  /** Null means the emulator with its inbox. */
  resend: Resend | null;
  karteiSecret: string | undefined;
}

/** Settings for a Supabase, hosted or self-hosted, that runs already. */
export interface SupabaseConfig extends Common {
  mode: "supabase";
  supabaseUrl: string;
  publishableKey: string;
  /** Undefined for a web server alone, which must not have it. */
  secretKey: string | undefined;
  /** Only for servers that sign tokens with a shared secret; else their published keys are used. */
  jwtSecret: string | undefined;
  resend: Resend;
  karteiSecret: string | undefined;
  sendEmailHookSecret: string | undefined;
}

export interface Resend {
  apiKey: string;
  baseUrl: string | undefined;
}

export type Config = LocalConfig | SupabaseConfig;

/**
 * Reads the configuration from the environment and from a file `.env` in the project's folder, the environment
 * first. Empty variables count as unset. Throws a `StartError` that names the variable at fault.
 */
export function readConfig(): Config {
  const file = join(projectRoot, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  return configOf(parse(process.env));
}

function parse(variables: NodeJS.ProcessEnv): Environment {
  const filled = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const result = environment.safeParse(filled);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new StartError(`${issue?.path.join(".") ?? "The configuration"} ${issue?.message ?? "cannot be read"}.`);
}

function configOf(env: Environment): Config {
  if (env.SUPABASE_URL && env.DATABASE_URL) throw new StartError("SUPABASE_URL and DATABASE_URL exclude each other; unset one of them.");
  const common: Common = {
    port: env.PORT,
    host: env.HOST,
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    trustProxy: env.TRUST_PROXY,
    log: env.LOG,
    webhookPrivateTargets: env.WEBHOOK_PRIVATE_TARGETS,
    drainMs: env.DRAIN_MS,
    metricsToken: env.METRICS_TOKEN,
    metricsPort: env.METRICS_PORT,
  };
  return env.SUPABASE_URL ? supabaseConfig(common, env, env.SUPABASE_URL) : localConfig(common, env);
}

function supabaseConfig(common: Common, env: Environment, supabaseUrl: string): SupabaseConfig {
  return {
    ...common,
    mode: "supabase",
    supabaseUrl,
    publishableKey: required(env, "SUPABASE_PUBLISHABLE_KEY"),
    secretKey: env.SUPABASE_SECRET_KEY,
    jwtSecret: env.SUPABASE_JWT_SECRET,
    resend: { apiKey: required(env, "RESEND_API_KEY"), baseUrl: env.RESEND_BASE_URL },
    karteiSecret: env.KARTEI_SECRET,
    sendEmailHookSecret: env.SEND_EMAIL_HOOK_SECRET,
  };
}

function localConfig(common: Common, env: Environment): LocalConfig {
  if (env.SUPABASE_PUBLISHABLE_KEY || env.SUPABASE_SECRET_KEY) {
    throw new StartError("SUPABASE_URL is missing, though a key for it is set.");
  }
  return {
    ...common,
    mode: env.DATABASE_URL ? "own-postgres" : "embedded",
    dataDir: resolve(env.DATA_DIR),
    ports: { postgres: env.PG_PORT, api: env.API_PORT, inbox: env.INBOX_PORT },
    databaseUrl: env.DATABASE_URL ?? null,
    sendEmailHookUrl: env.SEND_EMAIL_HOOK_URL ?? `http://localhost:${env.PORT}/hooks/send-email`,
    // The embedded backend holds made-up people: its mails never leave the machine, whatever keys lie about.
    resend: env.DATABASE_URL && env.RESEND_API_KEY ? { apiKey: env.RESEND_API_KEY, baseUrl: env.RESEND_BASE_URL } : null,
    karteiSecret: env.KARTEI_SECRET,
  };
}

function required(env: Environment, name: "SUPABASE_PUBLISHABLE_KEY" | "RESEND_API_KEY"): string {
  const value = env[name];
  if (!value) throw new StartError(`${name} is missing; SUPABASE_URL needs it.`);
  return value;
}

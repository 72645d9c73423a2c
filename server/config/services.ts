import { deriveKey } from "../../app/derive-key.server.ts";
import { StartError } from "../run/main.ts";
import type { Config, LocalConfig, Resend, SupabaseConfig } from "./config.ts";
import { variables } from "./config.ts";
import type { Run } from "./run-file.ts";
import type { Secrets } from "./secrets.ts";

/** What the site and the worker talk to, wherever it runs. */
export interface Services {
  supabaseUrl: string;
  publishableKey: string;
  secretKey: string;
  /** Undefined where the Auth server publishes its keys instead. */
  jwtSecret: string | undefined;
  /** The root of every key that the site derives. */
  karteiSecret: string;
  /** Undefined where Supabase sends the codes with its own template. */
  sendEmailHookSecret: string | undefined;
  resend: Resend;
}

/** What a web server gets of them: all but the key that would open every row. */
export type SiteServices = Omit<Services, "secretKey">;

/** The services of a Supabase that runs already. Throws a `StartError` without its secret key. */
export function supabaseServices(config: SupabaseConfig): Services {
  const secretKey = secretKeyOf(config);
  return { ...config, secretKey, karteiSecret: config.karteiSecret ?? deriveKey(secretKey, "secret") };
}

/** The same for a web server alone, which need not be told the secret key when it is told `KARTEI_SECRET`. */
export function siteServices({ secretKey, ...config }: SupabaseConfig): SiteServices {
  const karteiSecret = config.karteiSecret ?? (secretKey && deriveKey(secretKey, "secret"));
  if (!karteiSecret) throw new StartError("KARTEI_SECRET is missing; a web server needs it where it has no SUPABASE_SECRET_KEY.");
  return { ...config, karteiSecret };
}

/** The services of a backend that Kartei itself started, at `supabaseUrl`. */
export function localServices(config: LocalConfig, secrets: Secrets, supabaseUrl: string, resend: Resend): Services {
  return { ...secrets, karteiSecret: config.karteiSecret ?? secrets.karteiSecret, supabaseUrl, resend };
}

/** The services of the backend that runs on the data folder. */
export function servicesBeside(config: LocalConfig, secrets: Secrets, { apiUrl, inboxUrl }: Run): Services {
  const resend = config.resend ?? { apiKey: "re_local", baseUrl: inboxUrl ? new URL(inboxUrl).origin : undefined };
  return localServices(config, secrets, apiUrl, resend);
}

/** Supabase's secret key. Throws a `StartError` where it is missing. */
export function secretKeyOf({ secretKey }: SupabaseConfig): string {
  if (!secretKey) throw new StartError("SUPABASE_SECRET_KEY is missing; SUPABASE_URL needs it.");
  return secretKey;
}

/** The environment of the web server: never the secret key. */
export function webEnvironment(config: Config, services: SiteServices): NodeJS.ProcessEnv {
  return { ...inherited(), ...shared(config, services) };
}

/** The environment of the worker. */
export function workerEnvironment(config: Config, services: Services): NodeJS.ProcessEnv {
  return {
    ...webEnvironment(config, services),
    SUPABASE_SECRET_KEY: services.secretKey,
    METRICS_PORT: config.metricsPort === undefined ? undefined : String(config.metricsPort),
  };
}

// What belongs to the machine (PATH, TZ, proxies) is passed on; of ours only what is named.
function inherited(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !variables.includes(name)));
}

function shared(config: Config, services: SiteServices): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PORT: String(config.port),
    HOST: config.host,
    SITE_URL: config.siteUrl,
    TRUST_PROXY: config.trustProxy,
    LOG: config.log,
    WEBHOOK_PRIVATE_TARGETS: config.webhookPrivateTargets,
    DRAIN_MS: String(config.drainMs),
    METRICS_TOKEN: config.metricsToken,
    SUPABASE_URL: services.supabaseUrl,
    SUPABASE_PUBLISHABLE_KEY: services.publishableKey,
    SUPABASE_JWT_SECRET: services.jwtSecret,
    KARTEI_SECRET: services.karteiSecret,
    SEND_EMAIL_HOOK_SECRET: services.sendEmailHookSecret,
    RESEND_API_KEY: services.resend.apiKey,
    RESEND_BASE_URL: services.resend.baseUrl,
  };
}

import { deriveKey } from "../../app/derive-key.server.ts";
import type { Config, Resend, SupabaseConfig } from "./config.ts";
import { variables } from "./config.ts";

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

/** The services of a Supabase that runs already. */
export function supabaseServices(config: SupabaseConfig): Services {
  return { ...config, karteiSecret: config.karteiSecret ?? deriveKey(config.secretKey, "secret") };
}

/** The environment of the web server: never the secret key, which would open every row. */
export function webEnvironment(config: Config, services: Services): NodeJS.ProcessEnv {
  return { ...inherited(), ...shared(config, services) };
}

/** The environment of the worker. */
export function workerEnvironment(config: Config, services: Services): NodeJS.ProcessEnv {
  return { ...webEnvironment(config, services), SUPABASE_SECRET_KEY: services.secretKey };
}

// What belongs to the machine (PATH, TZ, proxies) is passed on; of ours only what is named.
function inherited(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !variables.includes(name)));
}

function shared(config: Config, services: Services): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PORT: String(config.port),
    HOST: config.host,
    SITE_URL: config.siteUrl,
    TRUST_PROXY: config.trustProxy,
    LOG: config.log,
    SUPABASE_URL: services.supabaseUrl,
    SUPABASE_PUBLISHABLE_KEY: services.publishableKey,
    SUPABASE_JWT_SECRET: services.jwtSecret,
    KARTEI_SECRET: services.karteiSecret,
    SEND_EMAIL_HOOK_SECRET: services.sendEmailHookSecret,
    RESEND_API_KEY: services.resend.apiKey,
    RESEND_BASE_URL: services.resend.baseUrl,
  };
}

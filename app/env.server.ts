import { z } from "zod";
import { deriveKey } from "./derive-key.server";

const schema = z.object({
  SITE_URL: z.url(),
  SUPABASE_URL: z.url(),
  SUPABASE_PUBLISHABLE_KEY: z.string().min(1),
  SUPABASE_SECRET_KEY: z.string().min(1).optional(),
  SUPABASE_JWT_SECRET: z.string().min(1).optional(),
  KARTEI_SECRET: z.string().min(32),
  SEND_EMAIL_HOOK_SECRET: z.string().startsWith("v1,whsec_").optional(),
  RESEND_API_KEY: z.string().min(1),
  RESEND_BASE_URL: z.url().optional(),
  WEBHOOK_PRIVATE_TARGETS: z.enum(["allow"]).optional(),
});

let parsed: z.infer<typeof schema> | undefined;

// Read at the first use: the build and the unit tests load modules without an environment.
function environment(): z.infer<typeof schema> {
  parsed ??= schema.parse(process.env);
  return parsed;
}

/** The origin that people open, without a slash at its end. */
export function siteUrl(): string {
  return environment().SITE_URL;
}

/** Whether people reach the site by https, so that cookies may be `Secure`. */
export function siteIsSecure(): boolean {
  return siteUrl().startsWith("https:");
}

/** Where Auth and PostgREST answer, and the key that opens no more than row level security allows. */
export function supabase(): { url: string; publishableKey: string } {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY } = environment();
  return { url: SUPABASE_URL, publishableKey: SUPABASE_PUBLISHABLE_KEY };
}

/** The key that opens every row. The worker alone has it; anywhere else this throws. */
export function supabaseSecretKey(): string {
  const key = environment().SUPABASE_SECRET_KEY;
  if (!key) throw new Error("Only the worker has the secret key");
  return key;
}

/** The secret that tokens are signed with (HS256), or null where the Auth server publishes its keys (JWKS) instead. */
export function jwtSecret(): string | null {
  return environment().SUPABASE_JWT_SECRET ?? null;
}

/** The secret of the Send Email hook (`v1,whsec_…`), or null where Supabase sends the codes itself. */
export function sendEmailHookSecret(): string | null {
  return environment().SEND_EMAIL_HOOK_SECRET ?? null;
}

/** Resend's key and, where it is not Resend itself, the address of its API. */
export function resend(): { apiKey: string; baseUrl: string | undefined } {
  const { RESEND_API_KEY, RESEND_BASE_URL } = environment();
  return { apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL };
}

/** Sent as the header `x-kartei-server` with calls before sign-in; the database knows its hash. */
export function serverHeaderSecret(): string {
  return deriveKey(environment().KARTEI_SECRET, "server-header");
}

/** The key under which networks are counted (HMAC), so that the database holds no addresses. */
export function networkKey(): string {
  return deriveKey(environment().KARTEI_SECRET, "networks");
}

/** The key that signs short-lived cookies. */
export function cookieKey(): string {
  return deriveKey(environment().KARTEI_SECRET, "cookies");
}

/** The key under which a caller's number is sealed in its cookie. */
export function callKey(): string {
  return deriveKey(environment().KARTEI_SECRET, "calls");
}

/** The key under which a link's token is made from its id (HMAC). */
export function linkKey(): string {
  return deriveKey(environment().KARTEI_SECRET, "links");
}

/** The key under which an activation's code is made from its id (HMAC). */
export function activationKey(): string {
  return deriveKey(environment().KARTEI_SECRET, "activations");
}

/** The key under which PINs and digits of ID numbers are compared (HMAC), so that the database cannot try them out. */
export function callerKey(): string {
  return deriveKey(environment().KARTEI_SECRET, "callers");
}

/** The key under which the secrets of webhooks are made (HMAC). */
export function webhookKey(): string {
  return deriveKey(environment().KARTEI_SECRET, "webhooks");
}

/** Whether webhooks may go to private networks, to this machine, and without https. */
export function privateTargetsAllowed(): boolean {
  return environment().WEBHOOK_PRIVATE_TARGETS === "allow";
}

import { z } from "zod";
import { reasonOf, StartError } from "../run/main.ts";

const settingsSchema = z.object({
  external: z.record(z.string(), z.boolean()),
  disable_signup: z.boolean(),
  mailer_autoconfirm: z.boolean(),
  saml_enabled: z.boolean().default(false),
});

/**
 * Refuses an Auth server on which an address could be taken over: one that confirms addresses by itself or
 * offers any way to sign in besides the emailed code. Throws a `StartError` that names the setting.
 */
export async function assertSafeAuth(apiUrl: string, publishableKey: string): Promise<void> {
  const settings = await readSettings(apiUrl, publishableKey);
  if (settings.mailer_autoconfirm) {
    throw new StartError(`the Auth server at ${apiUrl} confirms email addresses by itself (mailer_autoconfirm); turn "Confirm email" on.`);
  }
  const ways = { ...settings.external, saml: settings.saml_enabled };
  const other = Object.entries(ways).find(([provider, enabled]) => enabled && provider !== "email")?.[0];
  if (other) throw new StartError(`the Auth server at ${apiUrl} offers the provider "${other}"; turn it off, Kartei signs in by emailed code alone.`);
  if (settings.disable_signup || !settings.external.email) {
    throw new StartError(`the Auth server at ${apiUrl} lets nobody sign in by email for the first time; turn email sign-ups on.`);
  }
}

async function readSettings(apiUrl: string, publishableKey: string): Promise<z.infer<typeof settingsSchema>> {
  try {
    const response = await fetch(`${apiUrl}/auth/v1/settings`, { headers: { apikey: publishableKey }, signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return settingsSchema.parse(await response.json());
  } catch (error) {
    throw new StartError(`SUPABASE_URL ${apiUrl} does not tell its Auth settings (${reasonOf(error)}).`);
  }
}

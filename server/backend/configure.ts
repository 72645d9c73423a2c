import { createClient } from "@supabase/supabase-js";
import { createHash } from "node:crypto";
import { deriveKey } from "../../app/derive-key.server.ts";
import { company } from "../../kartei.config.ts";
import { StartError } from "../run/main.ts";

/** A client with the secret key, for the start and the commands; the site never has one. */
export function serviceClient(apiUrl: string, secretKey: string) {
  return createClient(apiUrl, secretKey, { auth: { persistSession: false, autoRefreshToken: false } });
}

/**
 * Tells the database what it has to know of the configuration: the company's time zone, country and currency,
 * and the hash of the header by which it knows our server; and has it notice that it was moved, before anybody
 * writes. The first is also the one request that Lite needs before it may be asked by several at once. Throws a `StartError` when the database refuses.
 */
export async function configureDatabase(apiUrl: string, secretKey: string, karteiSecret: string): Promise<void> {
  const { timeZone, defaultCountry, currency } = company;
  const serverSecretHash = createHash("sha256").update(deriveKey(karteiSecret, "server-header")).digest("hex");
  const db = serviceClient(apiUrl, secretKey);
  const { error: refused } = await db.rpc("configure", { settings: { timeZone, defaultCountry, currency, serverSecretHash } });
  const { error } = refused ? { error: refused } : await db.rpc("begin_feed_epoch_if_moved");
  if (error) {
    throw new StartError(`the database at ${apiUrl} does not take its settings (${error.message}); are the migrations applied and the secret key right?`);
  }
}

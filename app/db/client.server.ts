import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { z } from "zod";
import { serverHeaderSecret, supabase, supabaseSecretKey } from "~/env.server";
import { networkOf } from "~/network.server";
import type { Database } from "./database.types";
import { refusalOf } from "./refusal";

/** Below the lease of a claim, so that a worker without an answer does not outlive it. */
const WORKER_TIMEOUT_MS = 15_000;

type Functions = Database["public"]["Functions"];
export type FunctionName = keyof Functions;

/** A handle on the database: calls one of its functions and parses the answer, or throws a `Refusal`. */
export interface Db {
  call: <T, Name extends FunctionName>(name: Name, args: Functions[Name]["Args"], answer: z.ZodType<T>) => Promise<T>;
}

/** For pages before sign-in: only what the database grants to everybody who comes through this server. */
export function publicDb(request: Request): Db {
  return dbOf(siteClient(), { "x-kartei-network": networkOf(request) });
}

/** For the bearer of an access token. Only the guards in `access` call it. */
export function dbAs(token: string, request: Request): Db {
  return dbOf(siteClient(), { Authorization: `Bearer ${token}`, "x-kartei-network": networkOf(request) });
}

/** With the secret key, which the worker has and the pages have not. */
export function workerDb(): Db {
  const client = createClient<Database>(supabase().url, supabaseSecretKey(), {
    auth: { persistSession: false },
    global: { fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(WORKER_TIMEOUT_MS) }) },
  });
  return dbOf(client, {});
}

let shared: SupabaseClient<Database> | undefined;

// One client for all requests: it keeps no session, and each call carries its caller's token itself.
function siteClient(): SupabaseClient<Database> {
  const { url, publishableKey } = supabase();
  shared ??= createClient<Database>(url, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { headers: { "x-kartei-server": serverHeaderSecret() } },
  });
  return shared;
}

function dbOf(client: SupabaseClient<Database>, headers: Record<string, string>): Db {
  return {
    async call(name, args, answer) {
      const query = client.rpc(name, args as never);
      for (const [header, value] of Object.entries(headers)) query.setHeader(header, value);
      const { data, error, status } = await query;
      if (error) throw refusalOf(error, status);
      return answer.parse(data);
    },
  };
}

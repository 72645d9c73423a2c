import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { z } from "zod";
import { serverHeaderSecret, supabase, supabaseSecretKey } from "~/env.server";
import { networkOf } from "~/network.server";
import { type DatabaseCall, databaseCalls } from "~/signals.server";
import type { Database } from "./database.types";
import { Refusal, refusalOf } from "./refusal";

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

/** For this server itself, on nobody's behalf. A database without an answer within `timeoutMs` counts as unreachable. */
export function serverDb(timeoutMs: number): Db {
  return dbOf(siteClient(), {}, timeoutMs);
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

function dbOf(client: SupabaseClient<Database>, headers: Record<string, string>, timeoutMs?: number): Db {
  return {
    call: (name, args, answer) => told(name, async () => {
      const query = client.rpc(name, args as never);
      for (const [header, value] of Object.entries(headers)) query.setHeader(header, value);
      if (timeoutMs) query.abortSignal(AbortSignal.timeout(timeoutMs));
      const { data, error, status } = await query;
      if (error) throw refusalOf(name, error, status);
      return answer.parse(data);
    }),
  };
}

/** Makes a call and tells whoever counts what came of it. */
async function told<T>(name: FunctionName, call: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const tell = (outcome: DatabaseCall["outcome"]) => {
    databaseCalls.publish({ name, outcome, ms: performance.now() - began } satisfies DatabaseCall);
  };
  try {
    const answer = await call();
    tell("answered");
    return answer;
  } catch (error) {
    tell(error instanceof Refusal && error.status < 500 ? "refused" : "failed");
    throw error;
  }
}

import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import type { z } from "zod";
import { serverHeaderSecret, supabase, supabaseSecretKey } from "~/env.server";
import type { Database } from "./database.types";
import { refusalOf } from "./refusal";

type Functions = Database["public"]["Functions"];
export type FunctionName = keyof Functions;

/** A handle on the database: calls one of its functions and parses the answer, or throws a `Refusal`. */
export interface Db {
  call: <T, Name extends FunctionName>(name: Name, args: Functions[Name]["Args"], answer: z.ZodType<T>) => Promise<T>;
}

/** For pages before sign-in: only what the database grants to everybody who comes through this server. */
export function publicDb(): Db {
  return dbOf(siteClient());
}

/** For the bearer of an access token. Only the guards in `access` call it. */
export function dbAs(token: string): Db {
  return dbOf(siteClient(), token);
}

/** With the secret key, which the worker has and the pages have not. */
export function workerDb(): Db {
  return dbOf(createClient<Database>(supabase().url, supabaseSecretKey(), { auth: { persistSession: false } }));
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

function dbOf(client: SupabaseClient<Database>, token?: string): Db {
  return {
    async call(name, args, answer) {
      const query = client.rpc(name, args as never);
      if (token) query.setHeader("Authorization", `Bearer ${token}`);
      const { data, error, status } = await query;
      if (error) throw refusalOf(error, status);
      return answer.parse(data);
    },
  };
}

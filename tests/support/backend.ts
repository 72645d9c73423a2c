import { createClient } from "@supabase/supabase-js";
import type { SupabaseClient } from "@supabase/supabase-js";
import postgres from "postgres";
import { inject } from "vitest";
import type { Database } from "~/db/database.types";
import { deriveKey } from "~/derive-key.server";
import type { ActorName } from "./actors.ts";
import type { Product } from "./product.ts";
import type { Session } from "./sign-in.ts";

/** The product of this run. */
export const product = inject("product");

/** The database as its owner sees it: for what tests look up behind the doors, and for moving clocks. */
export const sql = postgres(product.databaseUrl, { max: 4, idle_timeout: 1, onnotice: () => undefined });

type FunctionName = keyof Database["public"]["Functions"];

/** What PostgREST said no with; `code` is the word that SQL raised, such as `not_found`. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`${status} ${code}`);
    this.status = status;
    this.code = code;
  }
}

/** Somebody at PostgREST with their own token and the publishable key: all that a person has. */
export interface Person {
  email: string;
  token: string;
  db: SupabaseClient<Database>;
  /** Calls a function; the answer is `T` by the caller's word. Throws `Refused`. */
  call: <T = unknown>(name: FunctionName, args?: object) => Promise<T>;
  /** Any request to PostgREST, e.g. `rest("customers?select=*")`. */
  rest: (path: string, init?: RequestInit) => Promise<{ status: number; body: unknown }>;
}

/** One of the actors, signed in. */
export function actor(name: ActorName): Person {
  return person(inject("sessions")[name]);
}

/** The bearer of any session. */
export function person({ email, token }: Pick<Session, "email" | "token">): Person {
  return { email, token, ...access(product, product.publishableKey, { Authorization: `Bearer ${token}` }) };
}

/** Everybody: the publishable key and no session. */
export const anybody = access(product, product.publishableKey, {});

/** Our own server, before anybody has signed in or for whoever has; it names the network that a call comes from. */
export function siteFrom(network: string, signedIn?: Person): Pick<Person, "db" | "call" | "rest"> {
  return access(product, product.publishableKey, {
    "x-kartei-server": deriveKey(product.karteiSecret, "server-header"),
    "x-kartei-network": network,
    ...(signedIn && { Authorization: `Bearer ${signedIn.token}` }),
  });
}

/** The worker: the secret key. */
export function workerAccess(of: Product = product): Pick<Person, "db" | "call" | "rest"> {
  return access(of, of.secretKey, {});
}

function access({ apiUrl }: Product, key: string, headers: Record<string, string>): Pick<Person, "db" | "call" | "rest"> {
  const db = createClient<Database>(apiUrl, key, { auth: { persistSession: false, autoRefreshToken: false }, global: { headers } });
  return {
    db,
    call: async <T>(name: FunctionName, args: object = {}) => {
      const { data, error, status } = await db.rpc(name, args as never);
      if (error) throw new Refused(status, error.message);
      return data as T;
    },
    rest: async (path, init) => {
      const answer = await fetch(`${apiUrl}/rest/v1/${path}`, { ...init, headers: { apikey: key, "content-type": "application/json", ...headers, ...init?.headers } });
      const text = await answer.text();
      return { status: answer.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
    },
  };
}

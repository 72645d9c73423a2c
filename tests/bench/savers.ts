import { randomInt, randomUUID } from "node:crypto";
import { createClient } from "@supabase/supabase-js";
import type { SupabaseClient } from "@supabase/supabase-js";
import type { Sql } from "postgres";
import type { Database } from "~/db/database.types";
import type { Product } from "../support/product.ts";
import { openSessions, type Visitor } from "./sessions.ts";

/** A customer's login with a phone to change. */
interface Saver extends Visitor {
  customer: string;
  detail: string;
  version: number;
  value: string;
}

/** One save, of a customer who has not saved before: a new number in the place of the old. */
export type Save = () => Promise<void>;

/** So many customers who sign in with their one login and have a phone, each signed in. */
export async function drawSavers(sql: Sql, { jwtSecret }: Product, count: number): Promise<Saver[]> {
  const share = await shareFor(sql, count * 4);
  const people = await sql<{ email: string; customer: string; detail: string; version: number; value: string }[]>`
    with drawn as materialized (select id from public.customers tablesample bernoulli (${share}))
    select l.email, c.id as customer, d.id as detail, d.version, v.value #>> '{}' as value
    from drawn c
    join public.logins l on l.customer_id = c.id and l.role = 'owner' and l.ended_at is null and l.frozen_at is null
    join public.contact_details d on d.customer_id = c.id and d.kind = 'phone' and d.is_primary and d.removed_at is null
    join public.contact_detail_values v on v.detail_id = d.id and upper_inf(v.valid)
    where l.email not in (select u.email from auth.users u where u.email is not null)
    limit ${count}`;
  const visitors = await openSessions(sql, jwtSecret, people.map(({ email }) => email));
  return people.flatMap((person, place) => {
    const visitor = visitors[place];
    return visitor ? [{ ...person, ...visitor }] : [];
  });
}

// In per cent, as TABLESAMPLE wants it.
async function shareFor(sql: Sql, rows: number): Promise<number> {
  const [table] = await sql<{ customers: number }[]>`select count(*)::float8 as customers from public.customers`;
  return Math.min(100, (100 * rows) / Math.max(1, table?.customers ?? 1));
}

const newNumber = () => `+4930${randomInt(10_000_000, 99_999_999)}`;

/** The save as a browser sends it from the check page: the form's fields, a redirect to the confirmation. */
export function saveThroughSite(siteUrl: string, { customer, detail, version, value, cookie }: Saver): Save {
  return async () => {
    const changes = [{ op: "change", detail, kind: "phone", label: null, value: newNumber(), version, seen: value }];
    const answer = await fetch(`${siteUrl}/account/${customer}/updates`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie, origin: siteUrl, "content-type": "application/x-www-form-urlencoded", "accept-language": "de" },
      body: new URLSearchParams({ request_id: randomUUID(), changes: JSON.stringify(changes) }),
    });
    await answer.arrayBuffer();
    const reference = /\/updates\/[0-9A-Z-]{9}$/.test(answer.headers.get("location") ?? "");
    if (answer.status !== 302 || !reference) throw new Error(`The site answered a save with ${answer.status}`);
  };
}

/** The same change straight at `rpc()`. */
export function saveByRpc(db: SupabaseClient<Database>, { customer, detail, version, token }: Saver): Save {
  return async () => {
    const changes = [{ op: "change", detail, kind: "phone", label: null, value: newNumber(), version }];
    const { data, error } = await db.rpc("save_details", { customer, changes, request: randomUUID() }).setHeader("Authorization", `Bearer ${token}`);
    if (error ?? (data as { status: string } | null)?.status !== "saved") throw new Error(`rpc() answered a save with ${JSON.stringify(error ?? data)}`);
  };
}

/** supabase-js with the publishable key; each call carries its caller's token. */
export function publishableClient({ apiUrl, publishableKey }: Product): SupabaseClient<Database> {
  return createClient<Database>(apiUrl, publishableKey, { auth: { persistSession: false, autoRefreshToken: false } });
}

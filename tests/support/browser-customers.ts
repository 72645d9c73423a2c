import { randomInt, randomUUID } from "node:crypto";
import postgres from "postgres";
import type { DetailKind } from "~/contact-details/contact-detail.schema";
import type { CustomerActor } from "./browser-actors.ts";
import { useProduct } from "./product.ts";

/** A detail of a customer of one browser test; `id` is for what belongs to it, which names it as its `site`. */
export type OwnDetail = { kind: DetailKind; value: unknown; label?: string; id?: string; site?: string };

export const torgauer = { country: "DE", lines: ["Torgauer Straße 231"], postcode: "04347", city: "Leipzig", area: "" };

/** Makes a customer of one test alone, as an import does, with an owner who may sign in. */
export async function newCustomer(kind: "person" | "company", details: OwnDetail[] = [], confirmedAt = "2020-03-01"): Promise<CustomerActor & { id: string }> {
  const [id, accountNumber] = [randomUUID(), String(randomInt(90_000_000, 100_000_000))];
  const email = `p${accountNumber}@example.org`;
  const name = kind === "company" ? `Muster ${accountNumber} GmbH` : `Ada Muster${accountNumber}`;
  const usual: OwnDetail[] = [
    { kind: "name", value: kind === "company" ? { company: name } : { given: "Ada", family: `Muster${accountNumber}` } },
    { kind: "billing_address", value: torgauer },
    { kind: "phone", value: "+493023125014", label: "Zentrale" },
  ];
  await asOwner(async (sql) => {
    await sql`insert into public.customers ${sql({ id, account_number: accountNumber, kind, country: "DE" })}`;
    await sql`insert into public.logins (customer_id, email, name, role, origin) values (${id}, ${email}, ${name}, 'owner', 'import')`;
    const changes = [...usual, ...details].map(({ id: detail, site, ...one }) => ({
      ...one, op: "add", customer_id: id, request_id: id, detail_id: detail ?? null, site_id: site ?? null, verified: one.kind === "email", confirmed_at: confirmedAt,
    }));
    await sql`select count(*) from private.write_update((null, null, null)::private.actor, 'import',
      array(select c from jsonb_populate_recordset(null::private.detail_change, ${sql.json(changes as never)}) c), false)`;
  });
  return { id, accountNumber, email, name, locale: "de" };
}

/** Puts a customer's details of a kind on hold, as evidence would. */
export async function putOnHold(customer: { id: string }, kind: DetailKind, reason: string): Promise<void> {
  await asOwner((sql) => sql`update public.contact_details set hold_reason = ${reason} where customer_id = ${customer.id} and kind = ${kind}`);
}

/** How many of a customer's details were confirmed today. */
export async function confirmedToday(customer: { id: string }): Promise<number> {
  let count = 0;
  await asOwner(async (sql) => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from public.contact_details
      where customer_id = ${customer.id} and removed_at is null and confirmed_at > now() - interval '1 hour'`;
    count = row?.count ?? 0;
  });
  return count;
}

async function asOwner(act: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres((await useProduct()).databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await act(sql);
  } finally {
    await sql.end();
  }
}

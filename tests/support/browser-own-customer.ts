import { randomInt, randomUUID } from "node:crypto";
import postgres from "postgres";
import type { CustomerActor } from "./browser-actors.ts";
import { useProduct } from "./product.ts";

interface Wish {
  kind?: "person" | "company";
  /** A day, as "1961-05-03". */
  birthDate?: string;
  /** How many shipping addresses, labelled "Filiale 1 Leipzig" and so on. */
  sites?: number;
  /** A second person, who may look and not decide. */
  member?: boolean;
  /** A fax that came with an update after the first. */
  faxSince?: boolean;
  /** Another billing address, planned for thirty days ahead. */
  moving?: boolean;
}

/** A customer of one browser test alone, as an import brings one, with an owner and perhaps a member. */
export async function ownCustomer({ kind = "person", birthDate, sites = 0, member = false, faxSince = false, moving = false }: Wish = {}): Promise<CustomerActor & { id: string; member: CustomerActor }> {
  const accountNumber = String(randomInt(90_000_000, 100_000_000));
  const name = kind === "person" ? "Ada Muster" : "Muster & Söhne GmbH";
  const address = (line: string, city = "Berlin") => ({ country: "DE", lines: [line], postcode: "10245", city, area: "" });
  const actor = (email: string): CustomerActor => ({ accountNumber, name, locale: "de", email });
  const owner = actor(`ada.${accountNumber}@post.example.com`);
  const second = actor(`zweite.${accountNumber}@post.example.com`);
  const details = [
    { kind: "name", value: kind === "person" ? { given: "Ada", family: "Muster" } : { company: name } },
    { kind: "billing_address", value: address("Boxhagener Straße 41") },
    { kind: "phone", value: "+493023125014" },
    { kind: "email", value: owner.email },
    ...Array.from({ length: sites }, (_, at) => ({ kind: "shipping_address", label: `Filiale ${at + 1} ${at % 2 ? "Halle" : "Leipzig"}`, value: address(`Torgauer Straße ${at + 1}`, at % 2 ? "Halle" : "Leipzig") })),
  ];
  const id = await asOwner(async (sql) => {
    const [row] = await sql<{ id: string }[]>`insert into public.customers (account_number, kind, country, birth_date) values (${accountNumber}, ${kind}, 'DE', ${birthDate ?? null}) returning id`;
    const customer = row?.id ?? "";
    for (const [person, role] of [[owner, "owner"], ...(member ? [[second, "member"] as const] : [])] as const) {
      await sql`insert into public.logins (customer_id, email, name, role, origin) values (${customer}, ${person.email}, ${role === "owner" ? "Ada Muster" : "Bodo Muster"}, ${role}, 'import')`;
    }
    await importDetails(sql, customer, details);
    if (faxSince) await importDetails(sql, customer, [{ kind: "fax", value: "+493023125015" }]);
    if (moving) await planMove(sql, customer, address("Karl-Liebknecht-Straße 7", "Leipzig"));
    return customer;
  });
  return { ...owner, id, member: second };
}

async function importDetails(sql: postgres.Sql, customer: string, details: { kind: string; value: postgres.JSONValue }[]): Promise<void> {
  const request = randomUUID();
  const changes = details.map((detail) => ({ op: "add", customer_id: customer, request_id: request, verified: detail.kind === "email", confirmed_at: new Date().toISOString(), ...detail }));
  await sql`select private.write_update((null, null, null)::private.actor, 'import',
    array(select c from jsonb_populate_recordset(null::private.detail_change, ${sql.json(changes)}) c), false)`;
}

async function planMove(sql: postgres.Sql, customer: string, value: postgres.JSONValue): Promise<void> {
  await sql`select private.write_update((l.id, null, null)::private.actor, 'online', array[jsonb_populate_record(null::private.detail_change,
    jsonb_build_object('customer_id', d.customer_id, 'request_id', gen_random_uuid(), 'op', 'change', 'detail_id', d.id, 'version', d.version,
      'value', ${sql.json(value)}::jsonb, 'valid_from', private.today() + 30))])
    from public.contact_details d join public.logins l on l.customer_id = d.customer_id and l.role = 'owner'
    where d.customer_id = ${customer} and d.kind = 'billing_address'`;
}

async function asOwner<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres((await useProduct()).databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

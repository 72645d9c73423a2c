import { randomInt, randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Page } from "@playwright/test";
import { type Actor, staff } from "./browser-actors.ts";
import { at, type VisitedPage } from "./browser-visits.ts";
import { useProduct } from "./product.ts";

async function inDatabase<T>(act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const { databaseUrl } = await useProduct();
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    return await act(sql);
  } finally {
    await sql.end();
  }
}

const berlin = { country: "DE", lines: ["Boxhagener Straße 41"], postcode: "10245", city: "Berlin", area: "" };

/** Ada with that family name, made as an import does; returns the customer's id. */
async function newAda(sql: postgres.Sql, family: string): Promise<string> {
  const id = randomUUID();
  await sql`insert into public.customers (id, account_number, kind, country) values (${id}, ${String(randomInt(90_000_000, 100_000_000))}, 'person', 'DE')`;
  await write(sql, id, false, [
    { op: "add", kind: "name", value: { given: "Ada", family } },
    { op: "add", kind: "billing_address", value: berlin },
    { op: "add", kind: "phone", value: "+493023125014" },
  ]);
  return id;
}

async function write(sql: postgres.Sql, customer: string, withReceipt: boolean, changes: object[]): Promise<void> {
  const request = randomUUID();
  const asked = changes.map((change) => ({ customer_id: customer, request_id: request, verified: false, ...change }));
  await sql`select private.write_update((null, null, null)::private.actor, 'import',
    array(select c from jsonb_populate_recordset(null::private.detail_change, ${sql.json(asked)}) c), ${withReceipt})`;
}

/** Somebody of one test alone, who signs in and owns a customer with a phone number. */
export function newOwner(): Promise<Actor> {
  return inDatabase(async (sql) => {
    const email = `${randomUUID()}@post.example.com`;
    const id = await newAda(sql, "Muster");
    await sql`insert into public.logins (customer_id, email, name, role, origin) values (${id}, ${email}, 'Ada Muster', 'owner', 'import')`;
    return { email, name: "Ada Muster", locale: "de" };
  });
}

/** Ada with that family name, who is reached by post alone, and for whom a receipt waits; returns her customer's id. */
export function waitingReceipt(family: string): Promise<string> {
  return inDatabase(async (sql) => {
    const id = await newAda(sql, family);
    await write(sql, id, true, [{ op: "add", kind: "fax", value: "+493055500099" }]);
    await sql`update private.outbox set created_at = created_at - interval '10 years' where customer_id = ${id}`;
    return id;
  });
}

/** Ada with that family name, reached by post alone, whose number changes in a month: the announcement waits, oldest of all. */
export function waitingAnnouncement(family: string): Promise<string> {
  return inDatabase(async (sql) => {
    const id = await newAda(sql, family);
    const [phone] = await sql<{ id: string }[]>`select id from public.contact_details where customer_id = ${id} and kind = 'phone'`;
    const aMonthOn = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await write(sql, id, true, [{ op: "change", detail_id: phone?.id, value: "+493055500077", version: 1, valid_from: aMonthOn }]);
    await sql`update private.outbox set created_at = created_at - interval '10 years' where customer_id = ${id}`;
    return id;
  });
}

/** Gives the letter that waits for a customer a link to stop sign-in, whose code will stand on paper alone. */
export async function putLinkIntoLetter(customer: string): Promise<void> {
  await inDatabase((sql) => sql`with link as (insert into private.links (purpose, customer_id, update_id, addresses)
      select 'freeze', ${customer}, o.update_id, array['old@example.org', 'new@example.org'] from private.outbox o where o.customer_id = ${customer} limit 1 returning id)
    update private.outbox o set link_id = link.id from link where o.customer_id = ${customer}`);
}

/** The pages of letters, with some on them. */
export async function letterPages(signedIn: (person: Actor) => Promise<Page>): Promise<VisitedPage[]> {
  const name = `Seite${randomUUID().slice(0, 8)}`;
  await waitingReceipt(name);
  await waitingReceipt("Wartet");
  const page = await signedIn(staff.miriam);
  await page.goto("/desk/letters");
  await page.getByRole("checkbox", { name: `Ada ${name}` }).check();
  await page.getByRole("button", { name: "Ausgewählte drucken" }).click();
  await page.waitForURL(/letters\/[0-9a-f-]{36}/);
  return [
    at("letters", "/desk/letters"),
    at("letters, nothing selected", "/desk/letters?nothing-selected"),
    at("letters, sent", "/desk/letters?sent=3"),
    at("letters at the printer", new URL(page.url()).pathname),
  ];
}

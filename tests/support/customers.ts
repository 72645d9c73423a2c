import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import type { Channel, DetailKind } from "~/contact-details/contact-detail.schema";
import { sql } from "./backend.ts";

/** A detail to begin with, or one to add: what the write function takes. */
export interface NewDetail {
  kind: DetailKind;
  value: unknown;
  label?: string;
  /** The moment of the last confirmation; null for never. Now, if left out. */
  confirmedAt?: string | null;
}

export interface NewCustomer {
  kind?: "person" | "company";
  locale?: "de" | "en" | "hu";
  contactBy?: "email" | "post";
  yearlySpend?: number;
  /** Addresses that may act for the customer. */
  owners?: string[];
  members?: string[];
  /** Beside or instead of the usual: name, billing address, phone. */
  details?: NewDetail[];
  /** Kinds of the usual details to leave out. */
  without?: DetailKind[];
}

/** A customer of one test alone. */
export interface TestCustomer {
  id: string;
  accountNumber: string;
  /** The first detail of each kind, with the version it has at first. */
  detail: Record<DetailKind, { detail: string; version: number }>;
}

export const berlin = { country: "DE", lines: ["Boxhagener Straße 41"], postcode: "10245", city: "Berlin", area: "" };
export const leipzig = { country: "DE", lines: ["Torgauer Straße 231"], postcode: "04347", city: "Leipzig", area: "" };

const usual: Record<"person" | "company", NewDetail[]> = {
  person: [
    { kind: "name", value: { given: "Ada", family: "Muster" } },
    { kind: "billing_address", value: berlin },
    { kind: "phone", value: "+493023125014" },
  ],
  company: [
    { kind: "name", value: { company: "Muster & Söhne GmbH" } },
    { kind: "billing_address", value: berlin },
    { kind: "phone", value: "+493023125014" },
  ],
};

/** Makes a customer as an import would; nobody gets a receipt. */
export async function newCustomer(wish: NewCustomer = {}, db: Sql = sql): Promise<TestCustomer> {
  const { kind = "person", details = [], without = [] } = wish;
  const own = new Set(details.map((detail) => detail.kind));
  const all = [...usual[kind].filter((detail) => !own.has(detail.kind) && !without.includes(detail.kind)), ...details];
  const id = randomUUID();
  const accountNumber = await unusedNumber(db);
  await db`insert into public.customers ${db({
    id, account_number: accountNumber, kind, locale: wish.locale ?? "de", country: "DE",
    contact_by: wish.contactBy ?? "email", yearly_spend: wish.yearlySpend ?? 100,
  })}`;
  for (const email of wish.owners ?? []) await addLogin(id, email, "owner", db);
  for (const email of wish.members ?? []) await addLogin(id, email, "member", db);
  await importDetails(id, all, db);
  return { id, accountNumber, detail: await detailsOf(id, db) };
}

// Drawn by chance, two of some thousands would be alike now and then.
async function unusedNumber(db: Sql): Promise<string> {
  const [row] = await db<{ number: string }[]>`select (90000000 + nextval('private.reference_numbers') % 10000000)::text as number`;
  if (!row) throw new Error("no number was drawn");
  return row.number;
}

/** Lets an address act for a customer. */
export async function addLogin(customer: string, email: string, role: "owner" | "member", db: Sql = sql): Promise<string> {
  const [row] = await db<{ id: string }[]>`
    insert into public.logins (customer_id, email, name, role, origin)
    values (${customer}, ${email}, ${email}, ${role}, 'import') returning id`;
  if (!row) throw new Error("no login was made");
  return row.id;
}

/** Adds details as an import does. */
export async function importDetails(customer: string, details: NewDetail[], db: Sql = sql): Promise<void> {
  const changes = details.map(({ kind, value, label, confirmedAt = new Date().toISOString() }) =>
    ({ op: "add", kind, value, label, verified: kind === "email", confirmed_at: confirmedAt }));
  await write({ customer, channel: "import", changes, withReceipt: false }, db);
}

export interface Write {
  customer: string;
  channel: Channel;
  changes: object[];
  /** The id of the login that acts. */
  login?: string;
  withReceipt?: boolean;
}

/** Calls the write function itself, for what no door offers yet: imports, and changes from a future date. */
export async function write({ customer, channel, changes, login, withReceipt = true }: Write, db: Sql = sql): Promise<{ status: string; reference: string | null }> {
  const request = randomUUID();
  const asked = changes.map((change) => ({ customer_id: customer, request_id: request, verified: false, ...change }));
  const [row] = await db<{ status: string; reference: string | null }[]>`
    select status, reference from private.write_update((${login ?? null}::uuid, null, null)::private.actor, ${channel},
      array(select c from jsonb_populate_recordset(null::private.detail_change, ${db.json(asked)}) c), ${withReceipt})`;
  if (!row) throw new Error("nothing was written");
  return row;
}

async function detailsOf(customer: string, db: Sql): Promise<TestCustomer["detail"]> {
  const rows = await db<{ kind: DetailKind; id: string; version: number }[]>`
    select distinct on (kind) kind, id, version from public.contact_details where customer_id = ${customer} order by kind, created_at, id`;
  return Object.fromEntries(rows.map(({ kind, id, version }) => [kind, { detail: id, version }])) as TestCustomer["detail"];
}

import type { DetailKind } from "~/contact-details/contact-detail.schema";
import type { Person } from "./backend.ts";
import type { TestCustomer } from "./customers.ts";

/** A detail as `account_overview` and `desk_record` show it. */
export interface ShownDetail {
  id: string;
  kind: DetailKind;
  label: string | null;
  version: number;
  value: unknown;
  isPrimary: boolean;
  verified: boolean;
  freshness: { confirmedAt: string | null; confirmedBy: string | null; confirmedByYou: boolean; channel: string; knownSince: string; reviewOn: string; hold: string | null };
}

/** The customer's details as they themselves see them. */
export async function details(person: Person, customer: TestCustomer): Promise<ShownDetail[]> {
  return (await person.call<{ details: ShownDetail[] }>("account_overview", { customer: customer.id })).details;
}

/** The current values of one kind, as the customer sees them. */
export async function values(person: Person, customer: TestCustomer, kind: DetailKind): Promise<unknown[]> {
  return (await details(person, customer)).filter((detail) => detail.kind === kind).map(({ value }) => value);
}

/** The first detail of a kind, as the customer sees it. */
export async function shown(person: Person, customer: TestCustomer, kind: DetailKind): Promise<ShownDetail> {
  const found = (await details(person, customer)).find((detail) => detail.kind === kind);
  if (!found) throw new Error(`the customer has no ${kind}`);
  return found;
}

import { randomUUID } from "node:crypto";
import type { DetailKind } from "~/contact-details/contact-detail.schema";
import { type Person, sql } from "./backend.ts";
import { passCheck } from "./caller-checks.ts";
import type { TestCustomer } from "./customers.ts";

/** A detail as somebody saw it. */
export interface Seen {
  detail: string;
  version: number;
}

/** What a save answers. */
export interface Outcome {
  status: "saved" | "unchanged" | "conflict" | "repeated";
  reference: string | null;
  conflicts: { yours: unknown; theirs: unknown; version: number; by: string; channel: string }[] | null;
  proofs: string[];
  nameRequested: boolean;
}

export const add = (kind: DetailKind, value: unknown, label?: string) => ({ op: "add", kind, value, label });
export const change = (seen: Seen, value: unknown) => ({ op: "change", ...seen, value });
export const remove = (seen: Seen) => ({ op: "remove", ...seen });

/** A customer's own save online. */
export function save(person: Person, customer: TestCustomer, changes: object[], request: string = randomUUID()): Promise<Outcome> {
  return person.call("save_details", { customer: customer.id, changes, request });
}

/** "Still right", online. */
export function confirm(person: Person, customer: TestCustomer, details: Seen[], request: string = randomUUID()): Promise<Outcome> {
  return person.call("confirm_details", { customer: customer.id, details, request });
}

/** An agent's save on the phone, after a passed check of the caller. */
export async function correctOnCall(agent: Person, customer: TestCustomer, changes: object[], request: string = randomUUID()): Promise<Outcome> {
  await passCheck(sql, agent.email, customer.accountNumber);
  return agent.call("correct_on_call", { account: customer.accountNumber, changes, request });
}

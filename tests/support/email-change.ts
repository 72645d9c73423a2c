import { randomUUID } from "node:crypto";
import { person, product, sql } from "./backend.ts";
import type { Person } from "./backend.ts";
import { newCustomer } from "./customers.ts";
import type { TestCustomer } from "./customers.ts";
import { codeIn } from "./inbox.ts";
import { mailFromWorker } from "./mail.ts";
import { save } from "./saving.ts";
import { signIn, trade } from "./sign-in.ts";

/** What accepting a proven address answers. */
export interface Accepted {
  status: string;
  reference: string;
  movedLogin: boolean;
}

/** An address that nobody has used yet. */
export const someAddress = () => `${randomUUID()}@example.org`;

/** A customer whose only email is the address their owner signs in with. */
export async function signedInOwner(): Promise<{ owner: Person; customer: TestCustomer }> {
  const address = someAddress();
  const customer = await newCustomer({ owners: [address], details: [{ kind: "email", value: address }] });
  return { owner: person(await signIn(product, address)), customer };
}

/** Saves a change of one email address online; returns the id of the proof it waits for. */
export async function propose(who: Person, customer: TestCustomer, change: object): Promise<string> {
  const [proof] = (await save(who, customer, [change])).proofs;
  if (!proof) throw new Error("no proof was asked for");
  return proof;
}

/** Trades the code that came to the new address and lets it count. */
export async function prove(proof: string, address: string): Promise<{ accepted: Accepted; bearer: Person }> {
  const bearer = person(await trade(product, address, codeIn(await mailFromWorker(address))));
  return { accepted: await bearer.call("accept_email", { proof }), bearer };
}

/** An address with a session already: it may ask for what the worker mails no code for any more. */
export async function provenAddress(): Promise<{ address: string; accept: (proof: string) => Promise<Accepted> }> {
  const bearer = person(await signIn(product, someAddress()));
  return { address: bearer.email, accept: (proof) => bearer.call("accept_email", { proof }) };
}

/** The link that freezes sign-in, from the mail to an old address after `seen` others. */
export async function freezeLink(oldAddress: string, seen: number): Promise<{ link: string; token: string }> {
  const mail = await mailFromWorker(oldAddress, seen);
  const [, link = "", token = ""] = /\/freeze\/([^/\s]+)\/([^/\s"]+)/.exec(mail.text) ?? [];
  return { link, token };
}

/** The addresses that may sign in for a customer now. */
export async function liveLogins(customer: TestCustomer): Promise<string[]> {
  const rows = await sql<{ email: string }[]>`
    select email from public.logins where customer_id = ${customer.id} and ended_at is null and frozen_at is null order by email`;
  return rows.map(({ email }) => email);
}

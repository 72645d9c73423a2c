import { vi } from "vitest";
import { product, sql } from "./backend.ts";
import type { TestCustomer } from "./customers.ts";
import { mailsTo } from "./inbox.ts";

/** A link as a mail carries it. */
export interface MailedLink {
  link: string;
  token: string;
}

/** The link below `path` ("undo", "stop", "freeze") in the mail that an address gets about an update. */
export function linkFrom(address: string, path: string, reference: string | null): Promise<MailedLink> {
  const pattern = new RegExp(`/${path}/([^/\\s]+)/([^/\\s"]+)`);
  return vi.waitFor(async () => {
    const mail = (await mailsTo(product, address)).find(({ text }) => text.includes(String(reference)) && pattern.test(text));
    const [, link, token] = pattern.exec(mail?.text ?? "") ?? [];
    if (!link || !token) throw new Error(`no mail to ${address} about ${reference} has a link to ${path}`);
    return { link, token };
  }, { timeout: 40_000, interval: 250 });
}

/** What tasks say of a customer's disputed updates, oldest first. */
export async function disputesOf(customer: TestCustomer): Promise<{ reference: string; undoneBy: string | null }[]> {
  const rows = await sql<{ proposal: { reference: string; undoneBy: string | null } }[]>`
    select proposal from public.tasks where customer_id = ${customer.id} and cause = 'update_disputed' and closed_at is null order by created_at`;
  return rows.map(({ proposal }) => proposal);
}

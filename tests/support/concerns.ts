import { randomUUID } from "node:crypto";
import type { Person } from "./backend.ts";
import type { TestCustomer } from "./customers.ts";

/** What opening a concern, or writing on one, answers. */
export interface Answer {
  status: string;
  reference: string;
  retryAt: string;
}

/** A concern as a form sends it. */
export interface Wish {
  kind?: string;
  about_invoice?: boolean;
  site?: string | null;
  subject?: string;
  body?: string;
  request?: string;
}

/** Opens a concern as `who`. */
export function open(who: Person, customer: Pick<TestCustomer, "id">, wish: Wish = {}): Promise<Answer> {
  return who.call("open_concern", {
    customer: customer.id, kind: "question", about_invoice: false, site: null, subject: "Wann kommt die Rechnung?", body: "Sie fehlt noch.", request: randomUUID(), ...wish,
  });
}

/** Writes on a concern as one of the customer's people. */
export function write(who: Person, customer: Pick<TestCustomer, "id">, reference: string, body = "Noch etwas.", request: string = randomUUID()): Promise<Answer> {
  return who.call("write_on_concern", { customer: customer.id, reference, body, request });
}

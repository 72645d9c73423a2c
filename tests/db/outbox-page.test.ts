import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { actor, product, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { mailsTo } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { change, correctOnCall } from "../support/saving.ts";

const jana = actor("jana");
const clara = actor("clara");
const miriam = actor("miriam");

interface Page { counts: Record<string, number>; rows: { id: string; state: string; accountNumber: string; reference: string }[] }

/** A mail whose fate nobody knows, as a worker leaves it that died a day ago. */
async function uncertainMail() {
  const address = `${randomUUID()}@example.org`;
  const customer = await newCustomer({ details: [{ kind: "email", value: address }] });
  const { reference } = await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);
  await mailFromWorker(address);
  const [row] = await sql<{ id: string }[]>`update private.outbox set state = 'uncertain' where customer_id = ${customer.id} returning id`;
  return { address, customer, reference, mail: row?.id ?? "" };
}

test("staff see what became of each mail, but no address", async () => {
  const { address, customer, reference, mail } = await uncertainMail();
  const page = await jana.call<Page>("desk_outbox");

  expect(page.rows.find(({ id }) => id === mail)).toMatchObject({ state: "uncertain", accountNumber: customer.accountNumber, reference });
  expect(page.counts.uncertain).toBeGreaterThan(0);
  expect(JSON.stringify(page)).not.toContain(address);
});

test("a supervisor has a mail of unknown fate sent again", async () => {
  const { address, mail } = await uncertainMail();
  await miriam.call("decide_on_mail", { mail, send_again: true });

  await expect.poll(async () => (await sql<{ state: string }[]>`select state::text from private.outbox where id = ${mail}`)[0]?.state, { timeout: 15_000 }).toBe("sent");
  expect((await mailsTo(product, address)).length).toBeGreaterThan(0);
});

test("or lets it be; what is settled is not decided again", async () => {
  const { mail } = await uncertainMail();
  await miriam.call("decide_on_mail", { mail, send_again: false });

  expect(await sql`select state::text from private.outbox where id = ${mail}`).toEqual([{ state: "cancelled" }]);
  await expect(miriam.call("decide_on_mail", { mail, send_again: true })).rejects.toMatchObject({ status: 409, code: "mail_is_settled" });
});

test.each([["an agent", jana], ["outreach", clara]])("%s does not decide", async (_, who) => {
  const { mail } = await uncertainMail();

  await expect(who.call("decide_on_mail", { mail, send_again: true })).rejects.toMatchObject({ status: 403, code: "not_allowed" });
});

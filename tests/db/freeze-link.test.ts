import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, product, siteFrom, sql } from "../support/backend.ts";
import { addLogin } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { freezeLink, liveLogins, propose, prove, provenAddress, signedInOwner, someAddress } from "../support/email-change.ts";
import { codeIn, mailsTo } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { change } from "../support/saving.ts";

const anna = actor("anna");
const site = siteFrom(randomUUID());

describe.concurrent("the link that freezes", () => {
  async function changed() {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    const { bearer } = await prove(await propose(owner, customer, change(customer.detail.email, address)), address);
    return { old: owner.email, address, bearer, customer, ...(await freezeLink(owner.email, 1)) };
  }
  const tasksOf = (customer: TestCustomer) => sql`select from public.tasks where customer_id = ${customer.id} and cause = 'sign_in_frozen' and closed_at is null`;

  test("shuts sign-in at both addresses and opens a task; pressed twice it does no more", async () => {
    const { bearer, customer, link, token } = await changed();

    await site.call("freeze_sign_in", { link, token });
    await site.call("freeze_sign_in", { link, token });

    expect(await liveLogins(customer)).toEqual([]);
    await expect(bearer.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
    expect(await tasksOf(customer)).toHaveLength(1);
  });

  test("shuts nothing by being opened, as mail scanners do", async () => {
    const { old, address, customer, link, token } = await changed();

    expect(await site.call("freeze_link", { link, token })).toEqual({ addresses: [old, address], used: false });
    expect(await site.call("freeze_link", { link, token })).toMatchObject({ used: false });
    expect(await (await fetch(`${product.siteUrl}/freeze/${link}/${token}`)).text()).not.toContain(address);
    expect(await liveLogins(customer)).toEqual([address]);
  });

  test("opens with its own token alone", async () => {
    const { customer, address, link, token } = await changed();

    await expect(site.call("freeze_sign_in", { link, token: `${token}x` })).rejects.toMatchObject({ status: 404, code: "link_unknown" });
    await expect(site.call("freeze_sign_in", { link: randomUUID(), token })).rejects.toMatchObject({ status: 404, code: "link_unknown" });
    expect(await liveLogins(customer)).toEqual([address]);
  });

  test("is kept as a hash", async () => {
    const { link, token } = await changed();

    const [row] = await sql`select l::text as text from private.links l where id = ${link}`;
    expect(row?.text).not.toContain(token);
  });

  test("holds for fourteen days", async () => {
    const { customer, address, link, token } = await changed();
    const [row] = await sql<{ days: number }[]>`select extract(epoch from expires_at - now()) / 86400 as days from private.links where id = ${link}`;
    expect(Number(row?.days)).toBeCloseTo(14, 1);

    // The receipt brings the same link, which holds for as long from then on: it must have left before.
    await expect.poll(() => sql`select from private.outbox where link_id = ${link} and state <> 'sent'`, { timeout: 20_000 }).toHaveLength(0);
    await sql`update private.links set expires_at = now() - interval '1 second' where id = ${link}`;
    await expect(site.call("freeze_sign_in", { link, token })).rejects.toMatchObject({ status: 410, code: "link_expired" });
    expect(await liveLogins(customer)).toEqual([address]);
  });

  test("ends proposals that are still open, so that a thief cannot go on", async () => {
    const { bearer, customer, link, token } = await changed();
    const { address: third, accept } = await provenAddress();
    const proof = await propose(bearer, customer, change({ ...customer.detail.email, version: 2 }, third));

    await site.call("freeze_sign_in", { link, token });

    await expect(accept(proof)).rejects.toMatchObject({ status: 410 });
    expect(await liveLogins(customer)).toEqual([]);
  });

  test("reaches a thief who has moved on to a third address", async () => {
    const { bearer, customer, link, token } = await changed();
    const { address: third, accept } = await provenAddress();
    await accept(await propose(bearer, customer, change({ ...customer.detail.email, version: 2 }, third)));
    expect(await liveLogins(customer)).toEqual([third]);

    await site.call("freeze_sign_in", { link, token });

    expect(await liveLogins(customer)).toEqual([]);
  });

  test("leaves the other people of a company alone", async () => {
    const { customer, link, token } = await changed();
    await addLogin(customer.id, anna.email, "owner");

    await site.call("freeze_sign_in", { link, token });

    expect(await liveLogins(customer)).toEqual([anna.email]);
  });

  test("does not let the frozen ask for a code again", async () => {
    const { address, link, token } = await changed();
    await site.call("freeze_sign_in", { link, token });
    const seen = (await mailsTo(product, address)).length;

    await site.call("request_code", { email: address, locale: "de" });

    const mail = await mailFromWorker(address, seen);
    expect(() => codeIn(mail)).toThrow("carries no code");
  });
});

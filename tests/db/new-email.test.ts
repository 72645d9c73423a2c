import { describe, expect, test } from "vitest";
import { actor, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { freezeLink, liveLogins, propose, prove, provenAddress, signedInOwner, someAddress } from "../support/email-change.ts";
import { outboxOf, receiptsOf } from "../support/outbox.ts";
import { values } from "../support/overview.ts";
import { add, change, correctOnCall, remove, save } from "../support/saving.ts";

const anna = actor("anna");
const jana = actor("jana");
const stranger = actor("stranger");

describe.concurrent("a new email address", () => {
  test("takes effect only after the code sent to it came back", async () => {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    const proof = await propose(owner, customer, change(customer.detail.email, address));
    expect(await values(owner, customer, "email")).toEqual([owner.email]);

    const { accepted, bearer } = await prove(proof, address);

    expect(accepted).toMatchObject({ status: "saved", movedLogin: true });
    expect(await values(bearer, customer, "email")).toEqual([address]);
  });

  test("that somebody signs in with moves their login: the new one opens, the old no longer does", async () => {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    await prove(await propose(owner, customer, change(customer.detail.email, address)), address);

    expect(await liveLogins(customer)).toEqual([address]);
    await expect(owner.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("that is added opens nothing and moves nobody", async () => {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    const { accepted, bearer } = await prove(await propose(owner, customer, add("email", address)), address);

    expect(accepted).toMatchObject({ status: "saved", movedLogin: false });
    expect(await liveLogins(customer)).toEqual([owner.email]);
    await expect(bearer.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("given on the phone waits for its code as well", async () => {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    const { proofs: [proof] } = await correctOnCall(jana, customer, [change(customer.detail.email, address)]);
    expect(await values(owner, customer, "email")).toEqual([owner.email]);

    const { accepted } = await prove(proof ?? "", address);

    expect(await values(owner, customer, "email")).toEqual([address]);
    expect(await sql`select channel::text, actor_staff is not null as by_staff, identified_by from public.updates where reference = ${accepted.reference}`)
      .toEqual([{ channel: "phone", by_staff: true, identified_by: ["postcode", "document_amount"] }]);
    expect(await liveLogins(customer)).toEqual([owner.email]);
  });

  test("is not accepted from a session of another address", async () => {
    const { owner, customer } = await signedInOwner();
    const proof = await propose(owner, customer, change(customer.detail.email, someAddress()));

    await expect(owner.call("accept_email", { proof })).rejects.toMatchObject({ status: 404, code: "not_found" });
    await expect(stranger.call("accept_email", { proof })).rejects.toMatchObject({ status: 404, code: "not_found" });
    expect(await values(owner, customer, "email")).toEqual([owner.email]);
  });

  test("is accepted once; the second time tells the same", async () => {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    const proof = await propose(owner, customer, change(customer.detail.email, address));
    const { accepted, bearer } = await prove(proof, address);

    expect(await bearer.call("accept_email", { proof })).toEqual(accepted);
    expect(await sql`select from public.updates where customer_id = ${customer.id} and channel <> 'import'`).toHaveLength(1);
  });

  test("is over after seven days", async () => {
    const { owner, customer } = await signedInOwner();
    const { address, accept } = await provenAddress();
    const proof = await propose(owner, customer, change(customer.detail.email, address));
    await sql`update private.email_proofs set expires_at = now() where id = ${proof}`;

    await expect(accept(proof)).rejects.toMatchObject({ status: 410, code: "proof_is_over" });
  });

  test("is over when a newer one was asked for in its place", async () => {
    const { owner, customer } = await signedInOwner();
    const { address, accept } = await provenAddress();
    const proof = await propose(owner, customer, change(customer.detail.email, address));
    await propose(owner, customer, change(customer.detail.email, someAddress()));

    await expect(accept(proof)).rejects.toMatchObject({ status: 410, code: "proof_is_over" });
  });

  test("is over when whoever asked for it may no longer sign in", async () => {
    const { owner, customer } = await signedInOwner();
    const { address, accept } = await provenAddress();
    const proof = await propose(owner, customer, change(customer.detail.email, address));
    await sql`update public.logins set ended_at = now() where customer_id = ${customer.id}`;

    await expect(accept(proof)).rejects.toMatchObject({ status: 410, code: "proof_is_over" });
  });

  test("is over when somebody removed the detail meanwhile", async () => {
    const { owner, customer } = await signedInOwner();
    const { address, accept } = await provenAddress();
    const proof = await propose(owner, customer, change(customer.detail.email, address));
    await correctOnCall(jana, customer, [remove(customer.detail.email)]);

    await expect(accept(proof)).rejects.toMatchObject({ status: 410, code: "proof_is_over" });
    expect(await liveLogins(customer)).toEqual([owner.email]);
    expect(await values(owner, customer, "email")).toEqual([]);
  });

  test("saves nothing of its form when another detail is in conflict", async () => {
    const { owner, customer } = await signedInOwner();
    await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

    const outcome = await save(owner, customer, [change(customer.detail.phone, "+4930222222"), change(customer.detail.email, someAddress())]);

    expect(outcome.status).toBe("conflict");
    expect(await sql`select from private.email_proofs where customer_id = ${customer.id}`).toHaveLength(0);
  });

  test("can be proposed ten times an hour", async () => {
    const { owner, customer } = await signedInOwner();
    await save(owner, customer, Array.from({ length: 10 }, () => add("email", someAddress())));

    await expect(save(owner, customer, [add("email", someAddress())])).rejects.toMatchObject({ status: 429, code: "too_many_proposals" });
  });
});

describe.concurrent("who is told of a new email address", () => {
  test("the old address, with a link; the receipt goes to the new login", async () => {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    await prove(await propose(owner, customer, change(customer.detail.email, address)), address);

    expect(await receiptsOf(customer.id)).toEqual([`email to ${address}`]);
    expect((await outboxOf(customer.id)).filter(({ kind }) => kind === "email_changed")).toMatchObject([{ medium: "email", to: owner.email }]);
    expect(await freezeLink(owner.email, 1)).toEqual({ link: expect.any(String) as string, token: expect.stringMatching(/.{40,}/) as string });
  });

  test("the billing address, by letter, where there was no address before", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const address = someAddress();
    await prove(await propose(anna, customer, add("email", address)), address);

    expect((await outboxOf(customer.id)).filter(({ kind }) => kind === "email_changed")).toMatchObject([{ medium: "letter", to: "Berlin", state: "waiting" }]);
  });
});

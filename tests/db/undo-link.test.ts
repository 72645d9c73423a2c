import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { actor, anybody, person, product, siteFrom, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { addLogin, berlin, leipzig, newCustomer } from "../support/customers.ts";
import type { NewDetail, TestCustomer } from "../support/customers.ts";
import { freezeLink, propose, prove, signedInOwner, someAddress } from "../support/email-change.ts";
import { mailFromWorker } from "../support/mail.ts";
import { disputesOf, linkFrom } from "../support/objections.ts";
import type { MailedLink } from "../support/objections.ts";
import { details, shown, values } from "../support/overview.ts";
import { add, change, correctOnCall, remove, save } from "../support/saving.ts";
import { signIn } from "../support/sign-in.ts";

const jana = actor("jana");
const site = siteFrom(randomUUID());
const hundredYears = { country: "DE", lines: ["Hafenstraße 3"], postcode: "20457", city: "Hamburg", area: "" };

interface LinkPage {
  update: { reference: string; items: { op: string; before: unknown; after: unknown }[] };
  outcome: { reference: string | null } | null;
}
const open = (link: MailedLink) => site.call<LinkPage>("undo_link", { ...link });
const press = (link: MailedLink) => site.call("undo_by_link", { ...link });

/** A customer whose owner has an address of their own and is signed in. */
async function ownerOf(extra: NewDetail[] = []): Promise<{ owner: Person; customer: TestCustomer }> {
  const address = someAddress();
  const customer = await newCustomer({ kind: "company", owners: [address], details: extra });
  return { owner: person(await signIn(product, address)), customer };
}

/** Saves, and takes it back with the link of the receipt. */
async function undoneAfter(owner: Person, customer: TestCustomer, changes: object[]): Promise<{ reference: string | null; link: MailedLink; page: LinkPage }> {
  const { reference } = await save(owner, customer, changes);
  const link = await linkFrom(owner.email, "undo", reference);
  await press(link);
  return { reference, link, page: await open(link) };
}

/** A customer's two numbers: the one that stands first, and the other. */
async function phones(owner: Person, customer: TestCustomer) {
  const [first, other] = (await details(owner, customer)).filter(({ kind }) => kind === "phone").toSorted((one, two) => Number(two.isPrimary) - Number(one.isPrimary));
  if (!first || !other) throw new Error("the customer has not two numbers");
  return { first, other };
}

/** The details as the owner sees them once more, after their session was ended. */
async function seenAgain(owner: Person, customer: TestCustomer) {
  return details(person(await signIn(product, owner.email)), customer);
}

describe("the link in a receipt", () => {
  test("takes a change back as an update of its own, ends the session and opens a task", async () => {
    const { owner, customer } = await ownerOf();
    const { reference, link, page } = await undoneAfter(owner, customer, [change(customer.detail.billing_address, leipzig)]);

    expect(page.outcome?.reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await expect(owner.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 401 });
    expect(await disputesOf(customer)).toEqual([{ reference, undoneBy: page.outcome?.reference }]);
    const again = person(await signIn(product, owner.email));
    expect(await shown(again, customer, "billing_address")).toMatchObject({ value: berlin, version: 3 });
    const { updates } = await again.call<{ updates: object[] }>("account_history", { customer: customer.id });
    expect(updates[0]).toMatchObject({ reference: page.outcome?.reference, undoes: reference, actor: "link", channel: "online",
      items: [{ op: "change", before: leipzig, after: berlin }] });
    expect(await sql`select used_at is not null as used from private.links where id = ${link.link}`).toEqual([{ used: true }]);
  });

  test("ends the session that proposed an address, not the one that proved it", async () => {
    const { owner, customer } = await ownerOf();
    const added = someAddress();
    const { accepted, bearer } = await prove(await propose(owner, customer, add("email", added)), added);
    await press(await linkFrom(owner.email, "undo", accepted.reference));
    await expect(owner.call("my_access")).rejects.toMatchObject({ status: 401 });
    await expect(bearer.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 404 });
  });

  test("changes nothing when it is opened, nor when it is pressed again", async () => {
    const { owner, customer } = await ownerOf();
    const { reference } = await save(owner, customer, [change(customer.detail.phone, "+4930111111")]);
    const link = await linkFrom(owner.email, "undo", reference);

    expect(await open(link)).toMatchObject({ update: { items: [{ op: "change", after: "+4930111111" }] }, outcome: null });
    expect(await values(owner, customer, "phone")).toEqual(["+4930111111"]);
    await Promise.all([press(link), press(link), press(link)]);
    await press(link);
    expect(await disputesOf(customer)).toHaveLength(1);
    expect(await sql`select from public.updates where customer_id = ${customer.id} and undoes is not null`).toHaveLength(1);
  });

  test("brings back what was removed, with its label and first among its kind, and takes away what was added", async () => {
    const { owner, customer } = await ownerOf([{ kind: "phone", value: "+493023125014", label: "Zentrale" }, { kind: "phone", value: "+4930222222" }]);
    const { first } = await phones(owner, customer);
    await undoneAfter(owner, customer, [remove({ detail: first.id, version: 1 }), add("fax", "+4930333333")]);

    const seen = await seenAgain(owner, customer);
    expect(seen.filter(({ kind }) => kind === "fax")).toEqual([]);
    expect(seen.filter(({ kind }) => kind === "phone")).toMatchObject([
      { id: first.id, value: first.value, label: first.label, isPrimary: true }, { isPrimary: false }]);
  });

  test("brings a site back together with its numbers", async () => {
    const { owner, customer } = await ownerOf([{ kind: "shipping_address", value: leipzig, label: "Lager" }]);
    const { shipping_address: lager } = customer.detail;
    await save(owner, customer, [{ ...add("phone", "+4934111111"), site: lager.detail }]);
    const number = (await details(owner, customer)).find(({ value }) => value === "+4934111111");
    await undoneAfter(owner, customer, [remove(lager), remove({ detail: number?.id ?? "", version: number?.version ?? 0 })]);

    expect((await seenAgain(owner, customer)).find(({ value }) => value === "+4934111111")).toMatchObject({ siteId: lager.detail });
  });

  test("gives the first place back", async () => {
    const { owner, customer } = await ownerOf([{ kind: "phone", value: "+493023125014" }, { kind: "phone", value: "+4930222222" }]);
    const { first, other } = await phones(owner, customer);
    await undoneAfter(owner, customer, [{ op: "make_primary", detail: other.id, version: other.version }]);
    expect(await seenAgain(owner, customer)).toContainEqual(expect.objectContaining({ id: first.id, isPrimary: true }));
  });

  test("gives labels back, an empty one too", async () => {
    const { owner, customer } = await ownerOf([{ kind: "phone", value: "+493023125014", label: "Zentrale" }, { kind: "fax", value: "+493023125015" }]);
    const { phone, fax } = customer.detail;
    await undoneAfter(owner, customer, [
      { ...change(phone, "+493023125014"), label: "" }, { ...change(fax, "+493023125016"), label: "Büro" }]);
    const seen = await seenAgain(owner, customer);
    expect(seen.find(({ kind }) => kind === "phone")).toMatchObject({ label: "Zentrale" });
    expect(seen.find(({ kind }) => kind === "fax")).toMatchObject({ value: "+493023125015", label: null });
  });

  test("lets evidence against a value come back with it", async () => {
    const { owner, customer } = await ownerOf();
    await sql`update public.contact_details set hold_reason = 'letter_returned' where id = ${customer.detail.billing_address.detail}`;
    await undoneAfter(owner, customer, [change(customer.detail.billing_address, leipzig)]);
    expect((await seenAgain(owner, customer)).find(({ kind }) => kind === "billing_address")?.freshness.hold).toBe("letter_returned");
  });

  test("takes nothing back where something was saved over it: all of it goes to an agent", async () => {
    const { owner, customer } = await ownerOf();
    const { reference } = await save(owner, customer, [change(customer.detail.billing_address, leipzig), change(customer.detail.phone, "+4930111111")]);
    const link = await linkFrom(owner.email, "undo", reference);
    await correctOnCall(jana, customer, [change({ ...customer.detail.billing_address, version: 2 }, hundredYears)]);
    await press(link);

    expect((await open(link)).outcome).toEqual({ reference: null });
    expect(await disputesOf(customer)).toEqual([{ reference, undoneBy: null }]);
    const seen = await seenAgain(owner, customer);
    expect(seen.find(({ kind }) => kind === "billing_address")?.value).toEqual(hundredYears);
    expect(seen.find(({ kind }) => kind === "phone")?.value).toBe("+4930111111");
    await expect(owner.call("account_overview", { customer: customer.id })).rejects.toMatchObject({ status: 401 });
  });

  test("takes nothing back where numbers have come to an added site", async () => {
    const { owner, customer } = await ownerOf();
    const { reference } = await save(owner, customer, [add("shipping_address", leipzig, "Lager")]);
    const link = await linkFrom(owner.email, "undo", reference);
    const lager = await shown(owner, customer, "shipping_address");
    await save(owner, customer, [{ ...add("phone", "+4934111111"), site: lager.id }]);
    await press(link);
    expect((await open(link)).outcome).toEqual({ reference: null });
  });

  test("ends the session that made the change and no other; after a call, none", async () => {
    const { owner, customer } = await ownerOf();
    const elsewhere = person(await signIn(product, owner.email));
    await undoneAfter(owner, customer, [change(customer.detail.phone, "+4930111111")]);
    await expect(owner.call("my_access")).rejects.toMatchObject({ status: 401 });
    expect(await elsewhere.call("my_access")).toMatchObject({ email: owner.email });

    const { reference } = await correctOnCall(jana, customer, [change({ ...customer.detail.phone, version: 3 }, "+4930222222")]);
    await press(await linkFrom(owner.email, "undo", reference));
    expect(await elsewhere.call("my_access")).toMatchObject({ email: owner.email });
  });

  test("ends all sessions of a login where it is not known which made the change", async () => {
    const { owner, customer } = await ownerOf();
    const elsewhere = person(await signIn(product, owner.email));
    const { reference } = await save(owner, customer, [change(customer.detail.phone, "+4930111111")]);
    const link = await linkFrom(owner.email, "undo", reference);
    await sql`update private.links set session_id = null where id = ${link.link}`;
    await press(link);
    await expect(elsewhere.call("my_access")).rejects.toMatchObject({ status: 401 });
  });

  test("is not in the receipt of what took something back", async () => {
    const { owner, customer } = await ownerOf();
    const { page } = await undoneAfter(owner, customer, [change(customer.detail.phone, "+4930111111")]);
    const mail = await mailFromWorker(owner.email, 2);
    expect(mail.subject).toContain(page.outcome?.reference);
    expect(mail.text).not.toContain("/undo/");
    expect(await sql`select from private.links where customer_id = ${customer.id}`).toHaveLength(1);
  });

  test("holds for fourteen days from dispatch; then it opens nothing", async () => {
    const { owner, customer } = await ownerOf();
    const { reference } = await save(owner, customer, [change(customer.detail.phone, "+4930111111")]);
    const link = await linkFrom(owner.email, "undo", reference);
    const [row] = await sql<{ days: number }[]>`select extract(epoch from expires_at - now()) / 86400 as days from private.links where id = ${link.link}`;
    expect(Number(row?.days)).toBeCloseTo(14, 1);
    await sql`update private.links set expires_at = now() - interval '1 second' where id = ${link.link}`;
    await expect(open(link)).rejects.toMatchObject({ status: 410, code: "link_expired" });
    await expect(press(link)).rejects.toMatchObject({ status: 410, code: "link_expired" });
  });

  test("opens nothing with a wrong token, for another purpose, or straight at PostgREST", async () => {
    const { owner, customer } = await ownerOf();
    const { reference } = await save(owner, customer, [change(customer.detail.phone, "+4930111111")]);
    const link = await linkFrom(owner.email, "undo", reference);
    await expect(press({ ...link, token: "wrong" })).rejects.toMatchObject({ status: 404 });
    await expect(press({ ...link, link: randomUUID() })).rejects.toMatchObject({ status: 404 });
    await expect(site.call("freeze_sign_in", { ...link })).rejects.toMatchObject({ status: 404 });
    await expect(site.call("stop_by_link", { ...link })).rejects.toMatchObject({ status: 404 });
    for (const who of [anybody, owner]) await expect(who.call("undo_by_link", { ...link })).rejects.toMatchObject({ status: 403 });
    expect(await values(owner, customer, "phone")).toEqual(["+4930111111"]);
  });
});

describe("a change of email address", () => {
  test("is not undone by link: its receipt leads to freezing sign-in", async () => {
    const { owner, customer } = await signedInOwner();
    const address = someAddress();
    await prove(await propose(owner, customer, change(customer.detail.email, address)), address);

    const receipt = await mailFromWorker(address, 1);
    expect(receipt.text).not.toContain("/undo/");
    const { link } = await freezeLink(owner.email, 1);
    expect(receipt.text).toContain(`/freeze/${link}/`);
    expect(await sql`select purpose from private.links where customer_id = ${customer.id}`).toEqual([{ purpose: "freeze" }]);
  });
});

describe("the link in the notice of a change ahead", () => {
  const planned = async () => {
    const { owner, customer } = await ownerOf();
    const [row] = await sql<{ day: string }[]>`select (private.today() + 30)::text as day`;
    const { reference } = await save(owner, customer, [{ ...change(customer.detail.billing_address, leipzig), from: row?.day }]);
    return { owner, customer, reference, link: await linkFrom(owner.email, "stop", reference) };
  };
  const openStop = (link: MailedLink) => site.call<LinkPage & { planned: boolean }>("stop_link", { ...link });

  test("stops it once, and somebody looks at it", async () => {
    const { owner, customer, reference, link } = await planned();
    expect(await openStop(link)).toMatchObject({ planned: true, outcome: null, update: { reference } });
    await Promise.all([site.call("stop_by_link", { ...link }), site.call("stop_by_link", { ...link })]);

    const page = await openStop(link);
    expect(page).toMatchObject({ planned: false });
    expect(await disputesOf(customer)).toEqual([{ reference, undoneBy: page.outcome?.reference }]);
    const seen = await seenAgain(owner, customer);
    expect(seen.find(({ kind }) => kind === "billing_address")).toMatchObject({ value: berlin, upcoming: null });
    await expect(owner.call("my_access")).rejects.toMatchObject({ status: 401 });
  });

  test("still stops it after today's value was corrected, but not what was planned anew", async () => {
    const { owner, customer, link } = await planned();
    await save(owner, customer, [change({ ...customer.detail.billing_address, version: 2 }, hundredYears)]);
    await site.call("stop_by_link", { ...link });
    expect((await seenAgain(owner, customer)).find(({ kind }) => kind === "billing_address")).toMatchObject({ value: hundredYears, upcoming: null });

    const second = await planned();
    const [row] = await sql<{ day: string }[]>`select (private.today() + 60)::text as day`;
    await save(second.owner, second.customer, [{ ...change({ ...second.customer.detail.billing_address, version: 2 }, leipzig), from: row?.day }]);
    await site.call("stop_by_link", { ...second.link });
    expect(await openStop(second.link)).toMatchObject({ planned: false, outcome: null });
    expect(await shown(second.owner, second.customer, "billing_address")).toMatchObject({ upcoming: { from: row?.day } });
  });

  test("is taken back by the receipt's link too, where that has gone already", async () => {
    const { owner, customer } = await ownerOf();
    const [row] = await sql<{ day: string }[]>`select (private.today() + 30)::text as day`;
    await undoneAfter(owner, customer, [{ ...change(customer.detail.billing_address, leipzig), from: row?.day }, change(customer.detail.phone, "+4930111111")]);
    const seen = await seenAgain(owner, customer);
    expect(seen.find(({ kind }) => kind === "billing_address")).toMatchObject({ value: berlin, upcoming: null });
    expect(seen.find(({ kind }) => kind === "phone")).toMatchObject({ value: "+493023125014" });
  });

  test("ends on the day", async () => {
    const { link } = await planned();
    await sql`update private.links set expires_at = now() - interval '1 second' where id = ${link.link}`;
    await expect(openStop(link)).rejects.toMatchObject({ status: 410 });
  });

  test("what was cancelled is planned again by the link of the cancelling's receipt", async () => {
    const { owner, customer } = await ownerOf();
    const [row] = await sql<{ day: string }[]>`select (private.today() + 30)::text as day`;
    await save(owner, customer, [{ ...change(customer.detail.billing_address, leipzig), from: row?.day }]);
    const { reference } = await owner.call<{ reference: string }>("cancel_move", { customer: customer.id, detail: customer.detail.billing_address.detail, request: randomUUID() });
    await press(await linkFrom(owner.email, "undo", reference));
    expect((await seenAgain(owner, customer)).find(({ kind }) => kind === "billing_address")).toMatchObject({ value: berlin, upcoming: { value: leipzig, from: row?.day } });
  });
});

test("two owners' receipts carry the same link, which acts once", async () => {
  const { owner, customer } = await ownerOf();
  const second = someAddress();
  await addLogin(customer.id, second, "owner");
  const { reference } = await save(owner, customer, [change(customer.detail.phone, "+4930111111")]);
  expect(await linkFrom(second, "undo", reference)).toEqual(await linkFrom(owner.email, "undo", reference));
});

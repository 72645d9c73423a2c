import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deriveKey } from "~/derive-key.server";
import { actor, anybody, type Person, product, siteFrom, sql } from "../support/backend.ts";
import { importDetails, leipzig, newCustomer, type TestCustomer } from "../support/customers.ts";
import { add, change, correctOnCall, save } from "../support/saving.ts";

const [anna, jana, tobias, miriam, clara] = [actor("anna"), actor("jana"), actor("tobias"), actor("miriam"), actor("clara")];

interface Envelope { id: string; accountNumber: string; kinds: string[] }
interface Batch { id: string; mine: boolean; over: boolean; letters: number; envelopes: number }
interface Letters { envelopes: Envelope[]; batches: Batch[] }
interface Claim { batch: string | null; envelopes: number }

/** Somebody without an email address, who gets a letter about each change. */
async function withLetters(count = 1): Promise<TestCustomer> {
  const customer = await newCustomer();
  for (let made = 0; made < count; made += 1) await correctOnCall(jana, customer, [add("fax", `+493022222${made}`)]);
  // Before everybody else's, so that they stand on the first page.
  await sql`update private.outbox set created_at = created_at - interval '10 years' where customer_id = ${customer.id}`;
  return customer;
}

const lettersOf = (customer: TestCustomer) => sql<{ id: string; state: string }[]>`
  select id, state::text from private.outbox where customer_id = ${customer.id} and medium = 'letter' order by created_at, id`;
const statesOf = async (customer: TestCustomer) => (await lettersOf(customer)).map(({ state }) => state);
const listed = async (customer: TestCustomer) =>
  (await jana.call<Letters>("desk_letters")).envelopes.filter(({ accountNumber }) => accountNumber === customer.accountNumber);
const claim = (who: Person, letters: { id: string }[]) => who.call<Claim>("claim_letters", { letters: letters.map(({ id }) => id) });

async function claimed(customer: TestCustomer, who = jana): Promise<string> {
  const { batch } = await claim(who, await lettersOf(customer));
  if (!batch) throw new Error("nothing was claimed");
  return batch;
}

/** A call through the site, for a person who is signed in there. */
async function throughSite(who: Person, name: string, args: object): Promise<{ status: number; body: unknown }> {
  const server = deriveKey(product.karteiSecret, "server-header");
  return who.rest(`rpc/${name}`, { method: "POST", body: JSON.stringify(args), headers: { "x-kartei-server": server } });
}

const leaseRunsOut = (batch: string) => sql`update private.outbox set lease_until = now() - interval '1 second' where lease_token = ${batch}`;

describe("envelopes", () => {
  test("hold all letters to one customer at one address", async () => {
    const customer = await withLetters(3);

    expect(await listed(customer)).toMatchObject([{ kinds: ["receipt", "receipt", "receipt"] }]);
  });

  test("are two where the letters go to two addresses", async () => {
    const customer = await newCustomer();
    await correctOnCall(jana, customer, [change(customer.detail.billing_address, leipzig)]);
    await sql`update private.outbox set created_at = created_at - interval '10 years' where customer_id = ${customer.id}`;

    expect(await listed(customer)).toMatchObject([{ kinds: ["receipt"] }, { kinds: ["receipt"] }]);
  });

  test("are taken as a whole, whichever of their letters was named, and leave the list", async () => {
    const customer = await withLetters(3);
    const [first] = await lettersOf(customer);
    expect(await claim(jana, first ? [first] : [])).toMatchObject({ envelopes: 1 });

    expect(await statesOf(customer)).toEqual(["claimed", "claimed", "claimed"]);
    expect(await listed(customer)).toEqual([]);
  });

  test("wait for their day", async () => {
    const customer = await withLetters();
    await sql`update private.outbox set due_at = now() + interval '1 day' where customer_id = ${customer.id}`;

    expect(await listed(customer)).toEqual([]);
    expect(await claim(jana, await lettersOf(customer))).toEqual({ batch: null, envelopes: 0 });
    expect(await statesOf(customer)).toEqual(["waiting"]);
  });

  test("are not made of reminders that nothing is left to say in", async () => {
    const confirmedAt = new Date(Date.now() - 2000 * 86_400_000).toISOString();
    const customer = await newCustomer({ details: [{ kind: "phone", value: "+493023125014", confirmedAt }] });
    await clara.call("send_reminders", { customers: [customer.id] });
    await sql`update public.contact_details set review_on = '2099-01-01' where customer_id = ${customer.id}`;
    const letters = await lettersOf(customer);
    expect(letters).toMatchObject([{ state: "waiting" }]);

    expect(await claim(jana, letters)).toEqual({ batch: null, envelopes: 0 });
    expect(await statesOf(customer)).toEqual(["cancelled"]);
  });
});

describe("a batch", () => {
  test("is one person's, however many take the same envelopes at the same moment", async () => {
    const customers = await Promise.all(Array.from({ length: 6 }, () => withLetters(2)));
    const letters = (await Promise.all(customers.map(lettersOf))).flat();
    const claims = await Promise.all([jana, tobias, miriam, jana, tobias].map((who) => claim(who, letters)));

    expect(claims.reduce((sum, { envelopes }) => sum + envelopes, 0)).toBe(6);
    const batches = await sql`select customer_id from private.outbox where customer_id in ${sql(customers.map(({ id }) => id))}
      group by customer_id having count(distinct lease_token) = 1 and every(state = 'claimed')`;
    expect(batches).toHaveLength(6);
  });

  test("that was sent is sent once, and a second press says so", async () => {
    const customer = await withLetters(2);
    const batch = await claimed(customer);
    expect(await jana.call("letters_sent", { batch })).toBe(2);

    expect(await statesOf(customer)).toEqual(["sent", "sent"]);
    await expect(jana.call("letters_sent", { batch })).rejects.toMatchObject({ status: 409, code: "letters_are_settled" });
    await expect(jana.call("letters_put_back", { batch })).rejects.toMatchObject({ status: 409, code: "letters_are_settled" });
  });

  test("that was put back waits again, as one envelope in its old place", async () => {
    const customer = await withLetters(2);
    expect(await jana.call("letters_put_back", { batch: await claimed(customer) })).toBe(2);

    expect(await listed(customer)).toMatchObject([{ kinds: ["receipt", "receipt"] }]);
  });

  test("that nobody settled is never printed again by itself, but shown to everybody", async () => {
    const customer = await withLetters();
    const batch = await claimed(customer);
    await leaseRunsOut(batch);

    expect(await listed(customer)).toEqual([]);
    expect(await claim(tobias, await lettersOf(customer))).toEqual({ batch: null, envelopes: 0 });
    const { batches } = await tobias.call<Letters>("desk_letters");
    expect(batches.find(({ id }) => id === batch)).toMatchObject({ mine: false, over: true });
  });

  test("is settled and printed by whoever took it, or a supervisor; left lying, settled by anybody", async () => {
    const customer = await withLetters();
    const batch = await claimed(customer);
    for (const door of ["letters_sent", "letters_put_back"] as const) {
      await expect(tobias.call(door, { batch })).rejects.toMatchObject({ status: 403 });
    }
    expect((await throughSite(tobias, "letters_to_print", { batch })).status).toBe(403);
    expect((await throughSite(jana, "letters_to_print", { batch })).status).toBe(200);
    expect((await throughSite(miriam, "letters_to_print", { batch })).status).toBe(200);

    await leaseRunsOut(batch);
    expect((await throughSite(tobias, "letters_to_print", { batch })).status).toBe(403);
    expect(await tobias.call("letters_put_back", { batch })).toBe(1);
  });

  test("holds at most a hundred envelopes", async () => {
    const letters = Array.from({ length: 101 }, () => randomUUID());
    await expect(jana.call("claim_letters", { letters })).rejects.toMatchObject({ status: 422 });
    await expect(jana.call("claim_letters", { letters: [] })).rejects.toMatchObject({ status: 422 });
  });

  test("is no business of customers, nor of outreach staff", async () => {
    const batch = await claimed(await withLetters());
    for (const who of [anna, clara]) {
      for (const door of ["desk_letters", "letter_batch", "letters_to_print", "letters_sent", "letters_put_back"] as const) {
        await expect(who.call(door, door === "desk_letters" ? {} : { batch }), door).rejects.toMatchObject({ status: 403 });
      }
      await expect(who.call("claim_letters", { letters: [randomUUID()] })).rejects.toMatchObject({ status: 403 });
      expect((await throughSite(who, "arm_letters", { batch, hashes: [] })).status).toBe(403);
    }
  });
});

describe("a code on paper", () => {
  const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

  /** A letter with a link, at jana's printer. */
  async function withLink(purpose: "review" | "stop" = "review") {
    const customer = await withLetters();
    const [letter] = await lettersOf(customer);
    const [update] = await sql<{ id: string }[]>`select id from public.updates where customer_id = ${customer.id} and channel = 'phone'`;
    const [link] = await sql<{ id: string }[]>`insert into private.links (purpose, customer_id, update_id, expires_at)
      values (${purpose}, ${customer.id}, ${update?.id ?? null}, ${purpose === "stop" ? new Date(Date.now() + 86_400_000) : null}) returning id`;
    if (!letter || !link) throw new Error("no letter was queued");
    await sql`update private.outbox set link_id = ${link.id} where id = ${letter.id}`;
    const code = randomUUID();
    const arm = (who: Person, batch: string) =>
      throughSite(who, "arm_letters", { batch, hashes: [{ letter: letter.id, tokenHash: hashOf("token"), codeHash: hashOf(code) }] });
    return { link: link.id, batch: await claimed(customer), code, arm };
  }

  const find = (code: string, network: string = randomUUID()) => siteFrom(network).call("link_by_code", { code_hash: hashOf(code) });
  const daysLeft = async (link: string) => {
    const [row] = await sql<{ days: number }[]>`select round(extract(epoch from expires_at - now()) / 86400)::int as days from private.links where id = ${link}`;
    return row?.days;
  };

  test("works once its letter is printed, for thirty days from then and again from dispatch", async () => {
    const { link, batch, code, arm } = await withLink();
    expect(await find(code)).toEqual({ state: "unknown" });

    expect((await arm(jana, batch)).status).toBeLessThan(300);
    expect(await find(code)).toEqual({ state: "found", link, purpose: "review" });
    expect(await daysLeft(link)).toBe(30);
    await sql`update private.links set expires_at = expires_at - interval '20 days' where id = ${link}`;
    await jana.call("letters_sent", { batch });
    expect(await daysLeft(link)).toBe(30);
  });

  test("that stops a change works no longer than until its day", async () => {
    const { link, batch, arm } = await withLink("stop");
    await arm(jana, batch);
    await jana.call("letters_sent", { batch });

    expect(await daysLeft(link)).toBe(1);
  });

  test("is our server's to make: nobody sets one straight at PostgREST, nor reads what letters say there", async () => {
    const { batch, code } = await withLink();
    const [letter] = await sql<{ id: string }[]>`select id from private.outbox where lease_token = ${batch}`;
    await expect(jana.call("arm_letters", { batch, hashes: [{ letter: letter?.id, tokenHash: hashOf("x"), codeHash: hashOf(code) }] }))
      .rejects.toMatchObject({ status: 403, code: "not_the_server" });
    await expect(jana.call("letters_to_print", { batch })).rejects.toMatchObject({ status: 403, code: "not_the_server" });
    expect(await find(code)).toEqual({ state: "unknown" });
  });

  test("is not set by an agent who did not take the letter", async () => {
    const { batch, code, arm } = await withLink();

    expect((await arm(tobias, batch)).status).toBe(403);
    expect(await find(code)).toEqual({ state: "unknown" });
  });

  test("is asked for through the site alone, thirty times an hour from one network", async () => {
    const network = randomUUID();
    await expect(anybody.call("link_by_code", { code_hash: hashOf("x") })).rejects.toMatchObject({ code: "not_the_server" });
    for (let tries = 0; tries < 30; tries += 1) expect(await find("wrong", network)).toEqual({ state: "unknown" });

    expect(await find("wrong", network)).toMatchObject({ state: "limited", retryAt: expect.any(String) as string });
    expect(await find("wrong")).toEqual({ state: "unknown" });
  });
});

describe("a receipt", () => {
  test("is shown again to its customer's people and to nobody else", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const { reference } = await save(anna, customer, [add("fax", "+4930222222")]);

    expect(await anna.call("account_receipt", { customer: customer.id, reference }))
      .toMatchObject({ update: { reference, actor: "you" }, address: { city: "Berlin" } });
    for (const who of [actor("bjoern"), jana]) {
      await expect(who.call("account_receipt", { customer: customer.id, reference })).rejects.toMatchObject({ status: 404 });
    }
    await expect(anybody.call("account_receipt", { customer: customer.id, reference })).rejects.toMatchObject({ status: 401 });
    const mine = await newCustomer({ owners: [anna.email] });
    await expect(anna.call("account_receipt", { customer: mine.id, reference })).rejects.toMatchObject({ status: 404 });
  });

  test("is not made up for an update that had none, and history tells which have", async () => {
    const customer = await newCustomer({ owners: [anna.email] });
    const { reference } = await save(anna, customer, [add("fax", "+4930222222")]);
    await importDetails(customer.id, [{ kind: "phone", value: "+4930333333" }]);
    const [imported] = await sql<{ reference: string }[]>`select reference from public.updates where customer_id = ${customer.id} and channel = 'import' limit 1`;

    await expect(anna.call("account_receipt", { customer: customer.id, reference: imported?.reference })).rejects.toMatchObject({ status: 404 });
    expect(await anna.call("account_history", { customer: customer.id })).toMatchObject({ receipts: [reference] });
  });
});

import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { expect, onTestFinished, test } from "vitest";
import { actor, product, siteFrom, sql } from "../support/backend.ts";
import { type TestCustomer, newCustomer, write } from "../support/customers.ts";
import { add, change, confirm, correctOnCall, remove } from "../support/saving.ts";
import { type ChangePage, endOfFeed, newToken, readFeed, readFrom } from "../support/feed.ts";

const jana = actor("jana");
const token = await newToken("changes");

/** What the feed tells about some customers, as reader after reader would get it, page by page. */
async function toldAbout(customers: TestCustomer[], cursor: string) {
  const accounts = new Set(customers.map(({ accountNumber }) => accountNumber));
  return (await readFeed(token, cursor)).changes.filter(({ accountNumber }) => accounts.has(accountNumber));
}

/** Saves a fax number as an import does; returns the update's reference. */
async function saveFax(customer: string, value: string, db: Sql = sql): Promise<string> {
  const { reference } = await write({ customer, channel: "import", changes: [{ op: "add", kind: "fax", value }] }, db);
  return reference ?? "";
}

/** Polls from a cursor on, few at a time, until nothing is left once it `isOver`; returns all that was told. */
async function follow(start: string, limit: number, isOver: () => boolean): Promise<ChangePage["changes"]> {
  const told: ChangePage["changes"] = [];
  let [cursor, over] = [start, false];
  let page: ChangePage;
  do {
    over = isOver();
    page = await readFrom(token, cursor, limit);
    told.push(...page.changes);
    ({ cursor } = page);
  } while (!over || page.more || page.heldBackSince !== null);
  return told;
}

const referencesIn = ({ changes }: Pick<ChangePage, "changes">) => changes.map(({ reference }) => reference);

test("a change is told with its new value, and with nobody's name", async () => {
  const customer = await newCustomer();
  const start = await endOfFeed(token);
  const { reference } = await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111"), add("fax", "+4930222222", "Lager")]);
  const [told, ...others] = await toldAbout([customer], start);

  expect(others).toEqual([]);
  expect(told).toMatchObject({ reference, channel: "phone", actor: "staff", accountNumber: customer.accountNumber });
  expect(told?.items).toEqual([
    { detail: customer.detail.phone.detail, kind: "phone", op: "change", label: null, site: null, version: 2, value: "+4930111111", validFrom: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
    { detail: expect.any(String) as string, kind: "fax", op: "add", label: "Lager", site: null, version: 1, value: "+4930222222", validFrom: expect.any(String) as string },
  ]);
  expect(JSON.stringify(told)).not.toContain("Jana");
  expect(JSON.stringify(told)).not.toContain("+493023125014");
});

test("so are removals, confirmations and imports", async () => {
  const email = `${randomUUID()}@example.org`;
  const customer = await newCustomer({ owners: [email], details: [{ kind: "fax", value: "+4930222222" }] });
  const start = await endOfFeed(token);
  const [login] = await sql<{ id: string }[]>`select id from public.logins where customer_id = ${customer.id}`;
  await write({ customer: customer.id, channel: "online", login: login?.id, changes: [{ ...remove(customer.detail.fax), detail_id: customer.detail.fax.detail }] });
  await write({ customer: customer.id, channel: "online", login: login?.id, withReceipt: false, changes: [{ op: "confirm", detail_id: customer.detail.phone.detail, version: 1 }] });
  await write({ customer: customer.id, channel: "import", changes: [{ op: "change", detail_id: customer.detail.phone.detail, version: 1, value: "+4930999999" }] });

  const told = await toldAbout([customer], start);
  expect(told.map(({ actor, channel, items: [item] }) => [actor, channel, item?.op, item?.value])).toEqual([
    ["customer", "online", "remove", null],
    ["customer", "online", "confirm", "+493023125014"],
    ["import", "import", "change", "+4930999999"],
  ]);
});

test("a feed read from its beginning tells all that was ever saved, each once", async () => {
  const { changes } = await readFeed(token);
  const [saved] = await sql<{ count: number }[]>`select count(*)::int as count from public.updates`;

  expect(changes.length).toBeGreaterThanOrEqual(500);
  expect(new Set(referencesIn({ changes })).size).toBe(changes.length);
  expect(changes.length).toBeLessThanOrEqual(saved?.count ?? 0);
});

test("eight writers at once: a reader that polls sees every update once", async () => {
  const customers = await Promise.all(Array.from({ length: 8 }, () => newCustomer()));
  const start = await endOfFeed(token);
  const writers = postgres(product.databaseUrl, { max: 8 });
  onTestFinished(() => writers.end());
  const written = Promise.all(customers.map(async ({ id }) => {
    const references: string[] = [];
    for (let nth = 0; nth < 40; nth += 1) references.push(await saveFax(id, `+49302222${100 + nth}`, writers));
    return references;
  }));

  const progress = { over: false };
  void written.finally(() => { progress.over = true; });
  const accounts = new Set(customers.map(({ accountNumber }) => accountNumber));
  const seen = (await follow(start, 7, () => progress.over)).filter(({ accountNumber }) => accounts.has(accountNumber));

  expect(referencesIn({ changes: seen }).toSorted()).toEqual((await written).flat().toSorted());
});

test("a transaction that began early and commits late is not passed over", async () => {
  const [early, late] = [await newCustomer(), await newCustomer()];
  const start = await endOfFeed(token);
  const slow = postgres(product.databaseUrl, { max: 1 });
  onTestFinished(() => slow.end({ timeout: 1 }));
  const answers = Promise.withResolvers<undefined>();
  const begun = Promise.withResolvers<string>();
  const transaction = slow.begin(async (open) => {
    begun.resolve(await saveFax(early.id, "+4930222222", open as unknown as Sql));
    await answers.promise;
  });
  const first = await begun.promise;
  const second = await saveFax(late.id, "+4930333333");

  const meanwhile = await readFeed(token, start);
  expect(referencesIn(meanwhile)).not.toContain(first);
  expect(referencesIn(meanwhile)).not.toContain(second);
  expect(meanwhile.heldBackSince).not.toBeNull();

  answers.resolve(undefined);
  await transaction;
  expect(referencesIn({ changes: (await readFeed(token, meanwhile.cursor)).changes })).toEqual(expect.arrayContaining([first, second]));
});

test("updates of one customer stand in the order in which they were made, however old their transactions are", async () => {
  const [other, customer] = [await newCustomer(), await newCustomer()];
  const start = await endOfFeed(token);
  const old = postgres(product.databaseUrl, { max: 1 });
  onTestFinished(() => old.end({ timeout: 1 }));
  const began = Promise.withResolvers<undefined>();
  const go = Promise.withResolvers<undefined>();
  const phone = (value: string, version: number) => ({ customer: customer.id, channel: "import" as const, changes: [{ op: "change", detail_id: customer.detail.phone.detail, version, value }] });
  const transaction = old.begin(async (open) => {
    await saveFax(other.id, "+4930222222", open as unknown as Sql);
    began.resolve(undefined);
    await go.promise;
    await write(phone("+4930000002", 2), open as unknown as Sql);
  });
  await began.promise;
  await write(phone("+4930000001", 1));
  go.resolve(undefined);
  await transaction;

  const told = await toldAbout([customer], start);
  expect(told.map(({ items: [item] }) => item?.value)).toEqual(["+4930000001", "+4930000002"]);
});

test("what was rolled back is never told", async () => {
  const customer = await newCustomer();
  const start = await endOfFeed(token);
  await sql.begin(async (open) => {
    await saveFax(customer.id, "+4930222222", open as unknown as Sql);
    throw new Error("changed my mind");
  }).catch(() => undefined);
  await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);

  expect((await toldAbout([customer], start)).map(({ channel }) => channel)).toEqual(["phone"]);
});

test("a cursor outlives the move to another cluster, whose transactions are numbered anew", async () => {
  const customer = await newCustomer();
  const start = await endOfFeed(token);
  await correctOnCall(jana, customer, [change(customer.detail.phone, "+4930111111")]);
  const before = await readFrom(token, start, 1000);
  await correctOnCall(jana, customer, [change({ ...customer.detail.phone, version: 2 }, "+4930111112")]);

  // As after a restore elsewhere: what came along bears the numbers of transactions that are still to come here.
  await sql.begin(async (move) => {
    await move`alter table public.updates disable trigger user`;
    await move`update public.updates set feed_xid = feed_xid + 1000000000 where customer_id = ${customer.id}`;
    await move`alter table public.updates enable trigger user`;
    await move`update private.feed_state set cluster = 'another'`;
    await move`select public.begin_feed_epoch_if_moved()`;
  });
  await correctOnCall(jana, customer, [change({ ...customer.detail.phone, version: 3 }, "+4930111113")]);

  const moved = before.cursor.split(".").with(1, String(Number(before.cursor.split(".")[1]) + 1_000_000_000)).join(".");
  expect((await toldAbout([customer], moved)).map(({ items: [item] }) => item?.value)).toEqual(["+4930111112", "+4930111113"]);
});

test("a start on the same cluster begins no new epoch", async () => {
  expect(await sql`select public.begin_feed_epoch_if_moved() as begun`).toEqual([{ begun: false }]);
});

test.each(["", "x", "1.2", "1.2.3.4", "-1.0.0", "1.1.99999999999999999999", "99999999999.0.0", "1.0.0; select"])("%j is no cursor", async (cursor) => {
  await expect(siteFrom("feed").call("changes", { token_hash: token.hash, after: cursor, how_many: 10 })).rejects.toMatchObject({ status: 400, code: "bad_cursor" });
});

test.each([0, -1, 1001, null])("%j is no limit", async (limit) => {
  await expect(siteFrom("feed").call("changes", { token_hash: token.hash, after: null, how_many: limit })).rejects.toMatchObject({ status: 400, code: "bad_limit" });
});

test("confirming is told as the customer's own", async () => {
  const email = actor("anna").email;
  const customer = await newCustomer({ owners: [email] });
  const start = await endOfFeed(token);
  await confirm(actor("anna"), customer, [customer.detail.phone]);

  expect(await toldAbout([customer], start)).toMatchObject([{ actor: "customer", channel: "online", items: [{ op: "confirm", value: "+493023125014" }] }]);
});

test("a page ends early where its updates are long", async () => {
  const company = await newCustomer({ kind: "company" });
  const start = await endOfFeed(token);
  const faxes = Array.from({ length: 1900 }, (_, nth) => ({ op: "add", kind: "fax", value: `+4930${100_000 + nth}` }));
  await write({ customer: company.id, channel: "import", changes: faxes });
  const details = await sql<{ detail_id: string; version: number }[]>`select id as detail_id, version from public.contact_details where customer_id = ${company.id} and kind = 'fax'`;
  for (let nth = 0; nth < 3; nth += 1) await write({ customer: company.id, channel: "import", changes: details.map((detail) => ({ ...detail, op: "confirm" })) });

  const page = await readFrom(token, start, 1000);
  const own = (changes: ChangePage["changes"]) => changes.filter(({ accountNumber }) => accountNumber === company.accountNumber).length;
  expect(page.more).toBe(true);
  expect(own(page.changes)).toBe(3);
  expect(own((await readFeed(token, page.cursor)).changes)).toBe(1);
});

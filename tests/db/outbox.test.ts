import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Sql } from "postgres";
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { product, sql as productSql, workerAccess } from "../support/backend.ts";
import { addLogin, newCustomer, write } from "../support/customers.ts";
import { startBackend } from "../support/product.ts";
import { startResendStandIn } from "../support/resend-stand-in.ts";
import { startWorker } from "../support/worker.ts";

/* A backend of its own, whose outbox nobody empties but the workers that a test starts. */
const name = `outbox_${randomUUID().replaceAll("-", "")}`;
const databaseUrl = product.databaseUrl.replace(/[^/]+$/, name);
await productSql`create database ${productSql(name)}`;
const backend = await startBackend({ env: { DATABASE_URL: databaseUrl } });
const sql: Sql = postgres(databaseUrl, { max: 2, onnotice: () => undefined });
const key = workerAccess(backend);
const resend = await startResendStandIn();

afterAll(async () => {
  await sql.end();
  await resend[Symbol.asyncDispose]();
  await backend[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await sql`delete from private.outbox`;
  resend.attempts.length = 0;
  resend.behave("send");
});

interface Row { state: string; attempts: number; last_error: string | null }
interface Claim { id: string; lease: string }

/** Queues receipts, each for another customer; returns their addresses. */
async function queueReceipts(count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, async () => {
    const address = `${randomUUID()}@example.org`;
    const customer = await newCustomer({}, sql);
    const login = await addLogin(customer.id, address, "owner", sql);
    await write({ customer: customer.id, channel: "online", login, changes: [{ op: "add", kind: "fax", value: "+4930222222" }] }, sql);
    return address;
  }));
}

function work() {
  const worker = startWorker(backend, resend.url);
  onTestFinished(() => worker[Symbol.asyncDispose]());
  return worker;
}

const rows = () => sql<Row[]>`select state::text, attempts, last_error from private.outbox order by created_at`;
const claim = (batch = 100, lease = 60) => key.call<Claim[]>("outbox_claim", { batch, lease_seconds: lease });
const allAre = (state: string) => vi.waitFor(async () => {
  expect((await rows()).filter((row) => row.state !== state)).toEqual([]);
}, { timeout: 20_000, interval: 50 });
const leasesRunOut = () => sql`update private.outbox set lease_until = now() - interval '1 second' where state = 'claimed'`;
const waitIsOver = () => sql`update private.outbox set next_attempt_at = now()`;
const sentTo = (addresses: string[]) => resend.sentTo().filter((to) => addresses.includes(to)).toSorted();

describe("several workers", () => {
  test("send each mail once", async () => {
    const addresses = await queueReceipts(30);
    work();
    work();
    await allAre("sent");

    expect(sentTo(addresses)).toEqual(addresses.toSorted());
    expect(resend.attempts).toHaveLength(30);
  });

  test("never get the same row, however many claim at the same moment", async () => {
    await queueReceipts(20);
    const claims = (await Promise.all(Array.from({ length: 8 }, () => claim(5)))).flat();

    expect(claims).toHaveLength(20);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(20);
  });
});

describe("a worker that is killed", () => {
  test("between claim and send loses nothing", async () => {
    const addresses = await queueReceipts(5);
    resend.behave("stay silent");
    const worker = work();
    await vi.waitFor(() => { expect(resend.attempts).toHaveLength(1); }, { timeout: 20_000 });
    await worker.kill();
    expect((await rows()).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => "claimed"));

    resend.behave("send");
    await leasesRunOut();
    work();
    await allAre("sent");

    expect(sentTo(addresses)).toEqual(addresses.toSorted());
  });

  test("between send and mark doubles nothing: the next one uses the same key and the same words", async () => {
    const [address = ""] = await queueReceipts(1);
    resend.behave("send silently");
    const worker = work();
    await vi.waitFor(() => { expect(sentTo([address])).toEqual([address]); }, { timeout: 20_000 });
    await worker.kill();

    resend.behave("send");
    await leasesRunOut();
    work();
    await allAre("sent");

    expect(sentTo([address])).toEqual([address]);
    const [first, second] = resend.attempts;
    expect(second).toEqual(first);
  });

  test("keeps its rows to itself until its lease runs out", async () => {
    await queueReceipts(3);
    expect(await claim()).toHaveLength(3);

    expect(await claim()).toEqual([]);
    await leasesRunOut();
    expect(await claim()).toHaveLength(3);
  });

  test("has nothing to say any more once another has its lease", async () => {
    await queueReceipts(1);
    const [late] = await claim();
    await leasesRunOut();
    const [next] = await claim();

    expect(await key.call("outbox_mark", { id: late?.id, lease: late?.lease, outcome: "sent" })).toBe(false);
    expect(await rows()).toMatchObject([{ state: "claimed" }]);
    expect(await key.call("outbox_mark", { id: next?.id, lease: next?.lease, outcome: "sent" })).toBe(true);
    expect(await rows()).toMatchObject([{ state: "sent" }]);
  });
});

test("a worker that is asked to stop finishes the mail in hand and leaves the others to the next at once", async () => {
  const addresses = await queueReceipts(5);
  resend.behave("take its time");
  const worker = work();
  await vi.waitFor(() => { expect(resend.attempts).toHaveLength(1); }, { timeout: 20_000 });
  const ended = worker[Symbol.asyncDispose]();
  resend.behave("send");
  resend.answer();
  await ended;
  expect((await rows()).map(({ state, attempts }) => `${state} ${attempts}`).toSorted())
    .toEqual(["queued 0", "queued 0", "queued 0", "queued 0", "sent 1"]);

  work();
  await allAre("sent");
  expect(sentTo(addresses)).toEqual(addresses.toSorted());
  expect(resend.attempts).toHaveLength(5);
});

describe("a mail of unknown fate", () => {
  test("becomes uncertain before its key is forgotten, and is sent no more", async () => {
    await queueReceipts(1);
    await claim();
    await leasesRunOut();
    await sql`update private.outbox set first_claimed_at = now() - interval '23 hours 1 minute'`;

    expect(await claim()).toEqual([]);
    expect(await rows()).toMatchObject([{ state: "uncertain" }]);
    expect(await claim()).toEqual([]);
  });

  test("is tried again while its key is known", async () => {
    await queueReceipts(1);
    await claim();
    await leasesRunOut();
    await sql`update private.outbox set first_claimed_at = now() - interval '22 hours'`;

    expect(await claim()).toHaveLength(1);
  });
});

describe("Resend", () => {
  test.each(["ask to wait", "be broken"] as const)("that says %s is asked again, with the same key", async (trouble) => {
    const [address = ""] = await queueReceipts(1);
    resend.behave(trouble);
    work();
    await vi.waitFor(async () => {
      expect(resend.attempts).toHaveLength(1);
      expect(await rows()).toMatchObject([{ state: "queued" }]);
    }, { timeout: 20_000 });

    resend.behave("send");
    await waitIsOver();
    await allAre("sent");

    expect(sentTo([address])).toEqual([address]);
    expect(new Set(resend.attempts.map((attempt) => attempt.key)).size).toBe(1);
  });

  test("that refuses a mail for good leaves it visible as failed", async () => {
    await queueReceipts(1);
    resend.behave("refuse");
    work();
    await allAre("failed");

    expect((await rows())[0]?.last_error).toContain("validation_error");
    expect(resend.attempts).toHaveLength(1);
  });
});

test("a mail that cannot be written holds up no other", async () => {
  const [poisoned = "", ...addresses] = await queueReceipts(4);
  await sql`insert into public.update_items (update_id, detail_id, kind, op, label, before, after, version)
    select o.update_id, i.detail_id, 'phone', 'change', null, '5', '{"not": "a phone"}', 2
    from private.outbox o join public.logins l on l.id = o.to_login join public.update_items i on i.update_id = o.update_id where l.email = ${poisoned}`;
  work();

  await vi.waitFor(() => { expect(sentTo(addresses)).toEqual(addresses.toSorted()); }, { timeout: 20_000 });
  expect(sentTo([poisoned])).toEqual([]);
});

test("the outbox holds no value and no address", async () => {
  const [address = ""] = await queueReceipts(1);
  const [row] = await sql`select o::text as text from private.outbox o`;

  expect(row?.text).not.toContain(address);
  expect(row?.text).not.toContain("222222");
});

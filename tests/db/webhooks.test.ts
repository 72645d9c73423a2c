import { createHmac, randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Sql } from "postgres";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { deriveKey } from "~/derive-key.server";
import { actors } from "../support/actors.ts";
import { actor, anybody, person, product, siteFrom, sql as productSql, workerAccess } from "../support/backend.ts";
import { newCustomer, write } from "../support/customers.ts";
import { startBackend } from "../support/product.ts";
import { startResendStandIn } from "../support/resend-stand-in.ts";
import { startWebhookReceiver } from "../support/webhook-receiver.ts";
import { startWorker } from "../support/worker.ts";

/* A backend of its own, for which nobody sends but the workers that a test starts. */
const name = `webhooks_${randomUUID().replaceAll("-", "")}`;
const databaseUrl = product.databaseUrl.replace(/[^/]+$/, name);
await productSql`create database ${productSql(name)}`;
const backend = await startBackend({ env: { DATABASE_URL: databaseUrl } });
const sql: Sql = postgres(databaseUrl, { max: 4, onnotice: () => undefined });
const key = workerAccess(backend);
const [resend, receiver] = await Promise.all([startResendStandIn(), startWebhookReceiver()]);
const [admin] = await sql<{ id: string }[]>`
  select public.staff_add(${actors.oliver}, 'admin', 'Oliver Brandt') as id`;

afterAll(async () => {
  await sql.end();
  await Promise.all([resend[Symbol.asyncDispose](), receiver[Symbol.asyncDispose]()]);
  await backend[Symbol.asyncDispose]();
});

beforeEach(async () => {
  await sql`delete from private.outbox`;
  await sql`delete from private.webhook_deliveries`;
  await sql`delete from private.webhook_endpoints`;
  receiver.received.length = 0;
});

interface Delivery { id: string; state: string; attempts: number; last_status: number | null; last_error: string | null }
interface Claim { id: string; lease: string; endpoint: string; event: string; change: { reference: string } | null }

/** An endpoint on the receiver's path, as the admin's page makes it. */
async function newEndpoint(path: string, events = ["details.changed", "details.confirmed", "details.imported"], url = receiver.url + path): Promise<string> {
  const [row] = await sql<{ id: string }[]>`
    insert into private.webhook_endpoints (name, url, events, place, created_by)
    values (${path}, ${url}, ${events}, private.feed_horizon(), ${admin?.id ?? ""}) returning id`;
  return row?.id ?? "";
}

/** Imports a customer, and then a new fax as often as told; returns the references of these. */
async function importFaxes(count: number): Promise<string[]> {
  const customer = await newCustomer({}, sql);
  await sql`update private.webhook_endpoints set place = private.feed_horizon()`;
  const references: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const { reference } = await write({ customer: customer.id, channel: "import", changes: [{ op: "add", kind: "fax", value: `+4930222${100 + nth}` }] }, sql);
    references.push(reference ?? "");
  }
  return references;
}

function work(more: Record<string, string> = { WEBHOOK_PRIVATE_TARGETS: "allow" }) {
  const worker = startWorker(backend, resend.url, more);
  onTestFinished(() => worker[Symbol.asyncDispose]());
  return worker;
}

const deliveries = () => sql<Delivery[]>`select id, state, attempts, last_status, last_error from private.webhook_deliveries order by number`;
const claim = (perEndpoint = 100, busy: string[] = []) => key.call<Claim[]>("webhook_claim", { per_endpoint: perEndpoint, lease_seconds: 60, busy });
const mark = (endpoint: string, results: { id?: string; lease?: string; status: number | null; error: string | null }[]) => key.call<number>("webhook_mark", { endpoint, results });
const isOver = () => sql`update private.webhook_deliveries set next_attempt_at = now() where state in ('queued', 'claimed')`;
const rested = () => sql`update private.webhook_endpoints set rests_until = null`;
const waitFor = (assertion: () => unknown) => vi.waitFor(assertion, { timeout: 30_000, interval: 50 });
const secretOf = (endpoint: string, rotation = 1) =>
  `whsec_${createHmac("sha256", deriveKey(backend.karteiSecret, "webhooks")).update(`${endpoint}.${rotation}`).digest("base64")}`;

describe("a change", () => {
  test("is posted, signed as the specification says, to those who chose its event", async () => {
    const [all, confirmations] = [await newEndpoint("/all"), await newEndpoint("/confirmations", ["details.confirmed"])];
    const [reference] = await importFaxes(1);
    work();
    await waitFor(() => { expect(receiver.on("/all")).toHaveLength(1); });

    const [webhook] = receiver.on("/all");
    const body = new Webhook(secretOf(all)).verify(webhook?.body ?? "", webhook?.headers ?? {});
    expect(body).toMatchObject({ type: "details.imported", data: { reference, items: [{ op: "add", kind: "fax", value: "+4930222100" }] } });
    expect(() => new Webhook(secretOf(confirmations)).verify(webhook?.body ?? "", webhook?.headers ?? {})).toThrow("signature");
    expect(webhook?.headers["webhook-id"]).toBe((await deliveries())[0]?.id);
    await waitFor(async () => { expect(await deliveries()).toMatchObject([{ state: "delivered", attempts: 1, last_status: 204 }]); });
    expect(receiver.on("/confirmations")).toEqual([]);
  });

  test("is told once to each endpoint, whatever the number of workers, and in order", async () => {
    await newEndpoint("/one");
    await newEndpoint("/two");
    const references = await importFaxes(30);
    work();
    work();
    await waitFor(async () => { expect((await deliveries()).filter(({ state }) => state === "delivered")).toHaveLength(60); });

    for (const path of ["/one", "/two"]) {
      const told = receiver.on(path).map(({ body }) => (JSON.parse(body) as { data: Claim["change"] }).data?.reference ?? "");
      expect(told.toSorted()).toEqual(references.toSorted());
    }
    const [one] = await sql<{ id: string }[]>`select id from private.webhook_endpoints where name = '/one'`;
    const queued = await sql<{ reference: string }[]>`
      select u.reference from private.webhook_deliveries d join public.updates u on u.id = d.update_id where d.endpoint_id = ${one?.id ?? ""} order by d.number`;
    expect(queued.map(({ reference }) => reference)).toEqual(references);
  });

  test("leaves nothing personal in what waits", async () => {
    await newEndpoint("/all");
    await importFaxes(1);
    await claim();
    expect(JSON.stringify(await sql`select d::text from private.webhook_deliveries d`)).not.toContain("4930222");
  });

  test("costs a write no row while it is written", async () => {
    await newEndpoint("/all");
    await importFaxes(3);
    expect(await deliveries()).toEqual([]);
    expect(await claim()).toHaveLength(3);
  });
});

test("a slow endpoint holds up no other", async () => {
  receiver.answer("/slow", "nothing");
  await newEndpoint("/slow");
  await newEndpoint("/quick");
  await importFaxes(5);
  work();
  await waitFor(() => { expect(receiver.on("/slow").length).toBeGreaterThan(0); });
  await importFaxes(5);
  await waitFor(() => { expect(receiver.on("/quick")).toHaveLength(10); });
  expect((await deliveries()).filter(({ state, last_status }) => state === "claimed" && last_status === null).length).toBeGreaterThan(0);
});

test("an answer that leads elsewhere is not followed", async () => {
  receiver.answer("/moved", 307, { location: `${receiver.url}/elsewhere` });
  await newEndpoint("/moved");
  await importFaxes(1);
  work();
  await waitFor(async () => { expect(await deliveries()).toMatchObject([{ state: "queued", last_status: 307 }]); });
  expect(receiver.on("/elsewhere")).toEqual([]);
});

describe("without leave to, a worker posts to no private target:", () => {
  test.each([
    ["an address", (url: string) => url],
    ["a name that leads there", (url: string) => url.replace("127.0.0.1", "localhost")],
    ["by https, the address", (url: string) => url.replace("http:", "https:")],
    ["by https, the name", (url: string) => url.replace("http://127.0.0.1", "https://localhost")],
    ["by https, an address within IPv6", (url: string) => url.replace("http://127.0.0.1", "https://[::ffff:127.0.0.1]")],
  ])("%s", async (_, urlOf) => {
    await newEndpoint("/private", undefined, urlOf(`${receiver.url}/private`));
    await importFaxes(1);
    work({});
    await waitFor(async () => { expect(await deliveries()).toMatchObject([{ state: "queued", attempts: 1, last_status: null, last_error: "target_refused" }]); });
    expect(receiver.received).toEqual([]);
  });
});

describe("a delivery that is not taken", () => {
  test("is tried ten times over three days, under the same id, and then counts as failed", async () => {
    const endpoint = await newEndpoint("/broken");
    await importFaxes(1);
    const pauses: number[] = [];
    const ids = new Set<string>();
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      const [one] = await claim();
      ids.add(one?.id ?? "");
      expect(await mark(endpoint, [{ id: one?.id, lease: one?.lease, status: 500, error: null }])).toBe(1);
      const [row] = await sql<{ state: string; pause: number }[]>`
        select state, extract(epoch from next_attempt_at - now())::float as pause from private.webhook_deliveries`;
      expect(row?.state).toBe(attempt < 10 ? "queued" : "failed");
      expect(await claim()).toEqual([]);
      if (attempt < 10) pauses.push(row?.pause ?? 0);
      await isOver();
      await rested();
    }
    expect(ids.size).toBe(1);
    for (const [nth, hours] of [5 / 3600, 5 / 60, 0.5, 2, 5, 10, 14, 20, 24].entries()) {
      expect(pauses[nth]).toBeGreaterThan(hours * 3600 - 5);
      expect(pauses[nth]).toBeLessThanOrEqual(hours * 3600 * 1.1);
    }
  });

  test("is sent again by the next worker when the first has died, and what that one says then does not count", async () => {
    const endpoint = await newEndpoint("/all");
    await importFaxes(1);
    const [first] = await claim();
    expect(await claim()).toEqual([]);
    await isOver();
    const [second] = await claim();

    expect(second?.id).toBe(first?.id);
    expect(await mark(endpoint, [{ id: first?.id, lease: first?.lease, status: 500, error: null }])).toBe(0);
    expect(await deliveries()).toMatchObject([{ state: "claimed", last_status: null }]);
    expect(await mark(endpoint, [{ id: second?.id, lease: second?.lease, status: 200, error: null }])).toBe(1);
    expect(await deliveries()).toMatchObject([{ state: "delivered", attempts: 2, last_status: 200 }]);
  });

  test("goes to one worker only, however many claim at once", async () => {
    await newEndpoint("/all");
    await importFaxes(20);
    await claim(0);
    const claims = (await Promise.all(Array.from({ length: 8 }, () => claim(5)))).flat();

    expect(claims).toHaveLength(20);
    expect(new Set(claims.map(({ id }) => id)).size).toBe(20);
  });

  test("leaves an endpoint that fails in peace for a while, so that an outage does not use up the tries of the others", async () => {
    const endpoint = await newEndpoint("/broken");
    await importFaxes(3);
    const failed = await claim();
    await mark(endpoint, failed.map(({ id, lease }) => ({ id, lease, status: 503, error: null })));
    await sql`update private.webhook_endpoints set failing_since = now() - interval '1 hour'`;
    await isOver();
    const probe = await claim();
    expect(probe).toHaveLength(1);
    await mark(endpoint, probe.map(({ id, lease }) => ({ id, lease, status: 503, error: null })));
    await isOver();
    expect(await claim()).toEqual([]);

    await rested();
    const [recovered] = await claim();
    await mark(endpoint, [{ id: recovered?.id, lease: recovered?.lease, status: 200, error: null }]);
    expect(await claim()).toHaveLength(2);
  });
});

test("an import of many becomes a short queue and no flood of rows", async () => {
  const endpoint = await newEndpoint("/all");
  await importFaxes(60);
  await sql`insert into private.webhook_deliveries (endpoint_id, event) select ${endpoint}, 'endpoint.test' from generate_series(1, 1000)`;
  await claim(0);
  expect(await deliveries()).toHaveLength(1000);

  await sql`delete from private.webhook_deliveries`;
  await claim(0);
  expect(await deliveries()).toHaveLength(60);
});

describe("an endpoint is switched off", () => {
  const state = async (endpoint: string) => (await sql<{ off_reason: string | null }[]>`select off_reason from private.webhook_endpoints where id = ${endpoint}`)[0]?.off_reason;
  const mailsAboutIt = () => sql<{ to: string }[]>`select s.email as to from private.outbox o join public.staff s on s.id = o.to_staff where o.kind = 'webhook_off'`;

  test("after three days of failing, and the admins get an email", async () => {
    const endpoint = await newEndpoint("/dead");
    receiver.answer("/dead", 500);
    await importFaxes(1);
    await sql`update private.webhook_endpoints set failing_since = now() - interval '3 days 1 minute'`;
    work();
    await waitFor(async () => { expect(await state(endpoint)).toBe("failing"); });
    await waitFor(() => { expect(resend.sentTo()).toContain(actors.oliver); });
    expect(resend.attempts.at(-1)?.body).toContain("/dead");
    expect(resend.attempts.at(-1)?.body).toContain(`/desk/admin/interfaces/webhooks/${endpoint}`);
  });

  test("at once when it answers 410", async () => {
    const endpoint = await newEndpoint("/gone");
    receiver.answer("/gone", 410);
    await importFaxes(1);
    work();
    await waitFor(async () => { expect(await state(endpoint)).toBe("gone"); });
    expect(await mailsAboutIt()).toEqual([{ to: actors.oliver }]);
  });

  test("but not while anything arrives", async () => {
    const endpoint = await newEndpoint("/mixed");
    await importFaxes(2);
    await sql`update private.webhook_endpoints set failing_since = now() - interval '3 days 1 minute'`;
    const [one] = await claim();
    await mark(endpoint, [{ id: one?.id, lease: one?.lease, status: 200, error: null }]);
    const [other] = await claim();
    await mark(endpoint, [{ id: other?.id, lease: other?.lease, status: 500, error: null }]);

    expect(await state(endpoint)).toBeNull();
    expect(await mailsAboutIt()).toEqual([]);
  });

  test("and gets what it missed when it is on again", async () => {
    const endpoint = await newEndpoint("/later");
    await importFaxes(1);
    await sql`update private.webhook_endpoints set off_since = now(), off_reason = 'by_hand' where id = ${endpoint}`;
    expect(await claim()).toEqual([]);
    await sql`update private.webhook_endpoints set off_since = null, off_reason = null where id = ${endpoint}`;
    expect(await claim()).toHaveLength(1);
  });
});

test("for a day after a rotation the old secret signs beside the new one", async () => {
  const endpoint = await newEndpoint("/rotated");
  await sql`update private.webhook_endpoints set rotation = 2, rotated_at = now() where id = ${endpoint}`;
  await importFaxes(1);
  work();
  await waitFor(() => { expect(receiver.on("/rotated")).toHaveLength(1); });
  const [during] = receiver.on("/rotated");
  for (const rotation of [1, 2]) expect(new Webhook(secretOf(endpoint, rotation)).verify(during?.body ?? "", during?.headers ?? {})).toBeTruthy();

  await sql`update private.webhook_endpoints set rotated_at = now() - interval '25 hours' where id = ${endpoint}`;
  await importFaxes(1);
  await waitFor(() => { expect(receiver.on("/rotated")).toHaveLength(2); });
  const [, after] = receiver.on("/rotated");
  expect(new Webhook(secretOf(endpoint, 2)).verify(after?.body ?? "", after?.headers ?? {})).toBeTruthy();
  expect(() => new Webhook(secretOf(endpoint, 1)).verify(after?.body ?? "", after?.headers ?? {})).toThrow("signature");
});

test("what was settled a month ago is forgotten, what waits is not", async () => {
  const endpoint = await newEndpoint("/all");
  await sql`insert into private.webhook_deliveries (endpoint_id, event, state, settled_at, created_at) values
    (${endpoint}, 'endpoint.test', 'delivered', now() - interval '31 days', now() - interval '31 days'),
    (${endpoint}, 'endpoint.test', 'failed', now() - interval '29 days', now() - interval '32 days'),
    (${endpoint}, 'endpoint.test', 'queued', null, now() - interval '40 days')`;
  expect(await key.call("webhook_forget")).toBe(1);
  expect((await deliveries()).map(({ state }) => state)).toEqual(["failed", "queued"]);
});

describe("the admin", () => {
  const oliver = actor("oliver");
  // Nothing is sent there: the product's own worker refuses the address.
  const make = (events: string[] = ["details.changed"]) => oliver.call<string>("create_webhook", { name: "ERP", url: "https://127.0.0.1/hooks", events });

  test("makes an endpoint, tests it, switches it off and on, and rotates its secret once a day", async () => {
    const endpoint = await make();
    await oliver.call("test_webhook", { endpoint });
    await oliver.call("switch_webhook", { endpoint, turn_on: false });
    await expect(oliver.call("test_webhook", { endpoint })).rejects.toMatchObject({ status: 409, code: "webhook_is_off" });
    expect(await oliver.call("webhook_endpoint", { endpoint })).toMatchObject({ endpoint: { offReason: "by_hand" }, deliveries: expect.arrayContaining([expect.objectContaining({ event: "endpoint.test", reference: null })]) as unknown });
    await oliver.call("rotate_webhook", { endpoint });
    await expect(oliver.call("rotate_webhook", { endpoint })).rejects.toMatchObject({ status: 409, code: "rotated_lately" });
    expect(await oliver.call("webhook_endpoint", { endpoint })).toMatchObject({ endpoint: { rotation: 2 } });
    await productSql`update private.webhook_endpoints set off_since = now(), off_reason = 'by_hand' where id = ${endpoint}`;
  });

  test("has a delivery sent again, or all that failed since a moment; what is under way is left alone", async () => {
    const endpoint = await make();
    await oliver.call("switch_webhook", { endpoint, turn_on: false });
    const rows = await productSql<{ id: string }[]>`
      insert into private.webhook_deliveries (endpoint_id, event, state, attempts, settled_at) values
      (${endpoint}, 'endpoint.test', 'failed', 10, now() - interval '3 days'), (${endpoint}, 'endpoint.test', 'failed', 10, now()),
      (${endpoint}, 'endpoint.test', 'delivered', 1, now()), (${endpoint}, 'endpoint.test', 'claimed', 1, null) returning id`;
    const states = async () => (await productSql<{ state: string }[]>`select state from private.webhook_deliveries where endpoint_id = ${endpoint} and event = 'endpoint.test' order by number`).map((row) => row.state);

    expect(await oliver.call("replay_failed_webhooks", { endpoint, since: new Date(Date.now() - 86_400_000).toISOString() })).toBe(1);
    expect(await states()).toEqual(["failed", "queued", "delivered", "claimed"]);
    await oliver.call("replay_webhook", { endpoint, delivery: rows[2]?.id });
    expect(await states()).toEqual(["failed", "queued", "queued", "claimed"]);
    await expect(oliver.call("replay_webhook", { endpoint, delivery: rows[3]?.id })).rejects.toMatchObject({ status: 409, code: "delivery_is_under_way" });
    await expect(oliver.call("replay_webhook", { endpoint: await make(), delivery: rows[0]?.id })).rejects.toMatchObject({ status: 409 });
  });

  test.each([
    { name: "", url: "https://erp.example.com/", events: ["details.changed"] },
    { name: "ERP", url: "javascript:alert(1)", events: ["details.changed"] },
    { name: "ERP", url: "https://erp.example.com/", events: [] },
    { name: "ERP", url: "https://erp.example.com/", events: ["endpoint.test"] },
    { name: "ERP\n", url: "https://erp.example.com/", events: ["details.changed"] },
  ])("cannot make %j", async (endpoint) => {
    await expect(oliver.call("create_webhook", endpoint)).rejects.toMatchObject({ status: 422 });
  });
});

describe("nobody else", () => {
  const doors = [
    ["interfaces_overview", {}],
    ["create_token", { name: "x", scope: "changes", token_hash: "0".repeat(64) }],
    ["revoke_token", { token: randomUUID() }],
    ["webhook_endpoint", { endpoint: randomUUID() }],
    ["create_webhook", { name: "x", url: "https://example.com", events: ["details.changed"] }],
    ["rotate_webhook", { endpoint: randomUUID() }],
    ["switch_webhook", { endpoint: randomUUID(), turn_on: true }],
    ["test_webhook", { endpoint: randomUUID() }],
    ["replay_webhook", { endpoint: randomUUID(), delivery: randomUUID() }],
    ["replay_failed_webhooks", { endpoint: randomUUID(), since: new Date().toISOString() }],
  ] as const;

  test.each(["anna", "jana", "clara", "miriam", "stranger"] as const)("%s gets nothing", async (who) => {
    for (const [door, args] of doors) await expect(actor(who).call(door, args), door).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    for (const door of ["webhook_claim", "webhook_mark", "webhook_forget", "token_add", "token_revoke", "begin_feed_epoch_if_moved"] as const) {
      await expect(person(actor(who)).call(door), door).rejects.toMatchObject({ status: expect.toSatisfy((status: number) => [403, 404].includes(status)) as number });
    }
  });

  test("nor does somebody without a session, even through our server", async () => {
    for (const [door, args] of doors) {
      await expect(anybody.call(door, args), door).rejects.toMatchObject({ status: 401 });
      await expect(siteFrom("somewhere").call(door, args), door).rejects.toMatchObject({ status: 401 });
    }
  });
});

import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { actor, anybody, siteFrom, sql, workerAccess } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";

const site = siteFrom("operations");
const oliver = actor("oliver");

interface Queue { queue: string; kind: string; state: string; count: number; oldest: string | null }
interface System {
  queues: Queue[];
  processes: { kind: string; release: string; works: boolean }[];
  requests: { at: string; requests: number; errors: number; durations: number[] }[];
  sends: Record<string, number>[];
}
const system = () => oliver.call<System>("desk_system");

/** A minute long enough ago that nobody else reports on it, and recent enough to be shown. */
let ago = 60;
function quietMinute(): string {
  ago += 2;
  return new Date(Math.floor(Date.now() / 60_000) * 60_000 - ago * 60_000).toISOString();
}

function report(process: string, kind: "web" | "worker", minute: string, figures: object, leaving = false) {
  onTestFinished(async () => { await sql`delete from private.processes where id = ${process}`; });
  return site.call("watch_report", { process, kind, release: `test-${process}`, minute, figures, leaving });
}

const places = (...counts: number[]) => Array.from({ length: 20 }, (_, place) => counts[place] ?? 0);

describe("what servers report", () => {
  test("is added up over all of them, minute by minute", async () => {
    const minute = quietMinute();
    await report(randomUUID(), "web", minute, { requests: 3, errors: 1, durations: places(2, 1) });
    await report(randomUUID(), "web", minute, { requests: 2, errors: 0, durations: places(0, 2) });
    await report(randomUUID(), "worker", minute, { sent: 4, failed: 1 });

    const { requests } = await system();
    expect(requests.find(({ at }) => Date.parse(at) === Date.parse(minute))).toMatchObject({ requests: 5, errors: 1, durations: places(2, 3) });
  });

  test("counts once, however often it arrives", async () => {
    const [minute, server] = [quietMinute(), randomUUID()];
    for (let times = 0; times < 3; times += 1) await report(server, "web", minute, { requests: 3, errors: 0, durations: places(3) });

    const { requests } = await system();
    expect(requests.find(({ at }) => Date.parse(at) === Date.parse(minute))?.requests).toBe(3);
  });

  test("is forgotten after two days", async () => {
    const process = randomUUID();
    await report(process, "web", new Date(Date.now() - 49 * 3_600_000).toISOString(), { requests: 1, durations: places(1) });
    await report(process, "web", quietMinute(), { requests: 1, durations: places(1) });

    expect(await sql`select count(*)::int as count from private.minutes where process_id = ${process}`).toEqual([{ count: 1 }]);
  });
});

describe("who runs", () => {
  const seen = async (process: string) => (await system()).processes.find(({ release }) => release === `test-${process}`);

  test("is seen from the first report until it takes its leave", async () => {
    const process = randomUUID();
    await report(process, "web", quietMinute(), {});
    expect(await seen(process)).toMatchObject({ kind: "web", works: true });
    await report(process, "web", quietMinute(), {}, true);
    expect(await seen(process)).toBeUndefined();
  });

  test("a worker works only while it claims", async () => {
    const process = randomUUID();
    await report(process, "worker", quietMinute(), {});
    expect(await seen(process)).toMatchObject({ works: false });
    await workerAccess().call("outbox_claim", { batch: 0, lease_seconds: 1, worker: process });
    expect(await seen(process)).toMatchObject({ works: true });
    await sql`update private.processes set claimed_at = now() - interval '2 minutes' where id = ${process}`;
    expect(await seen(process)).toMatchObject({ works: false });
  });

  test("one that died is no longer seen", async () => {
    const process = randomUUID();
    await report(process, "worker", quietMinute(), {});
    await sql`update private.processes set seen_at = now() - interval '3 minutes' where id = ${process}`;
    expect(await seen(process)).toBeUndefined();
  });
});

test("what waits is told by kind and state, with the age of the oldest", async () => {
  const { id } = await newCustomer({});
  const [mail] = await sql<{ id: string }[]>`
    insert into private.outbox (kind, medium, locale, customer_id, to_value, state, due_at)
    select 'reminder', 'email', 'de', ${id}, (select v.id from public.contact_detail_values v limit 1), s.state::private.outbox_state, now() - interval '3 days'
    from unnest(array['failed', 'failed']) s(state) returning id`;
  onTestFinished(async () => { await sql`delete from private.outbox where customer_id = ${id} and kind = 'reminder'`; });
  expect(mail).toBeDefined();

  const { queues } = await system();
  const failed = queues.find(({ kind, state }) => kind === "reminder" && state === "failed");
  expect(failed?.count).toBeGreaterThanOrEqual(2);
  expect(Date.parse(failed?.oldest ?? "")).toBeLessThanOrEqual(Date.now() - 3 * 86_400_000 + 60_000);
  const { queues: forMetrics } = await site.call<{ queues: Queue[] }>("watch_queues");
  expect(forMetrics.find(({ kind, state }) => kind === "reminder" && state === "failed")?.count).toBe(failed?.count);
});

describe("nobody else", () => {
  test.each(["jana", "clara", "miriam", "anna", "stranger"] as const)("sees the operations: not %s", async (name) => {
    await expect(actor(name).call("desk_system")).rejects.toMatchObject({ status: 403, code: "not_allowed" });
  });

  test.each([
    ["watch_migrations", {}],
    ["watch_queues", {}],
    ["watch_report", { process: randomUUID(), kind: "web", release: "x", minute: new Date().toISOString(), figures: {} }],
  ] as const)("asks in a server's name: %s", async (name, args) => {
    await expect(anybody.call(name, args)).rejects.toMatchObject({ status: 403, code: "not_the_server" });
    await expect(oliver.call(name, args)).rejects.toMatchObject({ status: 403 });
  });
});

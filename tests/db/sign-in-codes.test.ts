import { randomUUID } from "node:crypto";
import { describe, expect, test, vi } from "vitest";
import { actor, anybody, product, siteFrom, sql } from "../support/backend.ts";
import { newCustomer } from "../support/customers.ts";
import { codeIn, codeLine } from "../support/inbox.ts";
import { mailFromWorker } from "../support/mail.ts";
import { authOf, trade } from "../support/sign-in.ts";

const someAddress = () => `${randomUUID()}@example.org`;
const site = siteFrom(randomUUID());

interface Answer { state: "queued" | "limited"; request?: string; retryAt?: string }
const ask = (email: string, network: string = randomUUID()) => siteFrom(network).call<Answer>("request_code", { email, locale: "de" });
const tryOnce = (email: string, { request }: Answer) => site.call<{ state: string }>("count_code_try", { email, request });

async function outboxRows(email: string): Promise<string[]> {
  const rows = await sql<{ kind: string }[]>`
    select o.kind from private.outbox o join private.code_requests r on r.id = o.code_request_id where r.email = ${email}`;
  return rows.map(({ kind }) => kind);
}

describe("asking for a code", () => {
  test("answers alike for a known and an unknown address, with one row in the outbox each", async () => {
    const [known, unknown] = [someAddress(), someAddress()];
    await newCustomer({ owners: [known] });

    const queued = { state: "queued", request: expect.any(String) as string };

    expect([await ask(known), await ask(unknown)]).toEqual([queued, queued]);
    expect(await outboxRows(known)).toEqual(["code"]);
    expect(await outboxRows(unknown)).toEqual(["code"]);
  });

  test("mails a code to who may come in, and word that there is no account to who may not", async () => {
    const [known, unknown] = [someAddress(), someAddress()];
    await newCustomer({ owners: [known] });
    await Promise.all([ask(known), ask(unknown)]);

    const code = codeIn(await mailFromWorker(known));
    expect((await trade(product, known, code)).token).toBeTruthy();
    expect((await mailFromWorker(unknown)).text).not.toMatch(codeLine);
  });

  test("counts an address however it is written", async () => {
    const address = someAddress();
    await ask(` ${address.toUpperCase()} `);

    expect(await outboxRows(address)).toEqual(["code"]);
  });

  test("is limited to six an hour for an address, also in a burst", async () => {
    const address = someAddress();
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(address)));

    expect(answers.filter(({ state }) => state === "queued")).toHaveLength(6);
    const limited = answers.find(({ state }) => state === "limited");
    const wait = Date.parse(limited?.retryAt ?? "") - Date.now();
    expect(wait).toBeGreaterThan(59 * 60_000);
    expect(wait).toBeLessThan(61 * 60_000);
  });

  test("is limited to sixty an hour for a network", async () => {
    const network = randomUUID();
    await sql`insert into private.code_requests (email, purpose, locale, asked_from)
      select n || '@example.org', 'sign_in', 'de', ${network} from generate_series(1, 60) n`;

    expect(await ask(someAddress(), network)).toMatchObject({ state: "limited" });
  });

  test("is open again when the hour is over", async () => {
    const address = someAddress();
    for (let times = 0; times < 6; times++) await ask(address);
    await sql`update private.code_requests set requested_at = requested_at - interval '61 minutes' where email = ${address}`;

    expect(await ask(address)).toMatchObject({ state: "queued" });
  });
});

describe("a code", () => {
  test("may be tried five times; then only a new one helps", async () => {
    const address = someAddress();
    const code = await ask(address);
    const tries = [];
    for (let times = 0; times < 6; times++) tries.push((await tryOnce(address, code)).state);

    expect(tries).toEqual(["go", "go", "go", "go", "go", "locked"]);
    expect(await tryOnce(address, await ask(address))).toEqual({ state: "go" });
  });

  test("cannot be used up by somebody who did not ask for it", async () => {
    const address = someAddress();
    const code = await ask(address);
    for (let times = 0; times < 6; times++) await site.call("count_code_try", { email: address, request: randomUUID() });

    expect(await tryOnce(address, code)).toEqual({ state: "go" });
  });

  test("that nobody asked for may not be tried", async () => {
    expect(await site.call("count_code_try", { email: someAddress(), request: randomUUID() })).toEqual({ state: "locked" });
  });

  test("tried at the same moment on many servers is counted each time", async () => {
    const address = someAddress();
    const code = await ask(address);
    const tries = await Promise.all(Array.from({ length: 12 }, () => tryOnce(address, code)));

    expect(tries.filter(({ state }) => state === "go")).toHaveLength(5);
  });

  test("opens a session once", async () => {
    const address = someAddress();
    await newCustomer({ owners: [address] });
    await ask(address);
    const code = codeIn(await mailFromWorker(address));
    await trade(product, address, code);

    await expect(trade(product, address, code)).rejects.toMatchObject({ code: "otp_expired" });
  });

  test("that waited for longer than it holds is not sent any more", async () => {
    const address = someAddress();
    const customer = await newCustomer({ owners: [address] });
    const [request] = await sql<{ id: string }[]>`insert into private.code_requests (email, purpose, locale, asked_from, requested_at)
      values (${address}, 'sign_in', 'de', ${customer.id}, now() - interval '11 minutes') returning id`;
    await sql`insert into private.outbox (kind, medium, locale, code_request_id, state) values ('code', 'email', 'de', ${request?.id ?? null}, 'queued')`;

    await vi.waitFor(async () => {
      const [row] = await sql`select state from private.outbox where code_request_id = ${request?.id ?? null}`;
      expect(row).toMatchObject({ state: "cancelled" });
    }, 10_000);
  });

  test("is kept nowhere in the database", async () => {
    const address = someAddress();
    await newCustomer({ owners: [address] });
    await ask(address);
    const code = codeIn(await mailFromWorker(address));

    const [row] = await sql`select o::text || r::text as text from private.outbox o join private.code_requests r on r.id = o.code_request_id where r.email = ${address}`;
    expect(row?.text).not.toContain(code);
  });
});

describe("the doors before sign-in", () => {
  const id = randomUUID();
  const doors = [
    ["request_code", { email: "anna.weber@example.com", locale: "de" }],
    ["count_code_try", { email: "anna.weber@example.com" }],
    ["code_mail_context", { email: "anna.weber@example.com" }],
    ["email_proof", { proof: id }],
    ["resend_proof_code", { proof: id, locale: "de" }],
    ["freeze_link", { link: id, token: "guessed" }],
    ["freeze_sign_in", { link: id, token: "guessed" }],
  ] as const;

  test.each(doors)("%s answers our own server alone", async (name, args) => {
    await expect(anybody.call(name, args)).rejects.toMatchObject({ status: 403, code: "not_the_server" });
    const guess = await anybody.rest(`rpc/${name}`, { method: "POST", body: JSON.stringify(args), headers: { "x-kartei-server": "guessed" } });
    expect(guess.status).toBe(403);
  });

  test("a try that the header refuses is not counted", async () => {
    const address = someAddress();
    const { request } = await ask(address);
    await expect(anybody.call("count_code_try", { email: address, request })).rejects.toMatchObject({ status: 403 });

    const [row] = await sql`select tries from private.code_requests where email = ${address}`;
    expect(row).toMatchObject({ tries: 0 });
  });

  test("Auth itself, asked by anybody, gives a stranger nothing", async () => {
    const { error } = await authOf(product).signInWithOtp({ email: someAddress() });

    expect(error).toBeNull();
    expect(await actor("stranger").call("my_access")).toMatchObject({ staff: null, customers: [] });
  });
});

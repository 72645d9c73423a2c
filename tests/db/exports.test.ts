import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { actor, anybody, person, product, sql } from "../support/backend.ts";
import type { Person } from "../support/backend.ts";
import { leipzig, newCustomer } from "../support/customers.ts";
import type { ShownDetail } from "../support/overview.ts";
import { signIn } from "../support/sign-in.ts";

const oliver = actor("oliver");
const miriam = actor("miriam");
const clara = actor("clara");
const jana = actor("jana");

interface Exported { accountNumber: string; kind: string; yearlySpend: number; details: ShownDetail[] }
interface Page { customers: Exported[]; more: boolean }
interface Logged { id: string; by: string; scope: string; format: string; state: string; customers: number; lastAccount: string | null }
type Scope = "all" | "search" | "outreach";

const begin = (who: Pick<Person, "call">, scope: Scope, query?: string) => who.call<string>("begin_export", { scope, format: "json_lines", query });
const nextPage = (who: Pick<Person, "call">, id: string) => who.call<Page>("export_page", { export: id });
const end = (who: Person, id: string, completed = true) => who.call("end_export", { export: id, completed });
const logged = async (id: string) => (await oliver.call<{ exports: Logged[] }>("desk_exports")).exports.find((one) => one.id === id);

/** Everything that an export hands out, with its id. */
async function whole(who: Person, scope: Scope, query?: string): Promise<{ id: string; customers: Exported[] }> {
  const id = await begin(who, scope, query);
  const customers: Exported[] = [];
  for (let more = true; more;) {
    const page = await nextPage(who, id);
    customers.push(...page.customers);
    more = page.more;
  }
  await end(who, id);
  return { id, customers };
}

// What a test leaves under way would count against the next one's limit.
afterEach(async () => {
  await sql`update private.exports set ended_at = now(), completed = false where ended_at is null`;
});

describe("an export of all customers", () => {
  test("hands out every customer once, by account number", async () => {
    const mine = await newCustomer();
    const { customers } = await whole(oliver, "all");
    const accounts = customers.map(({ accountNumber }) => accountNumber);

    expect(accounts.length).toBeGreaterThan(500);
    expect(accounts).toEqual([...new Set(accounts)].toSorted());
    expect(accounts).toContain(mine.accountNumber);
  });

  test("hands out what the record shows, each value as it is stored and how it is known", async () => {
    const customer = await newCustomer({
      kind: "company",
      yearlySpend: 1234.5,
      details: [
        { kind: "name", value: { company: '=HYPERLINK("https://evil.example";"x") שרה 👩‍👩‍👧' } },
        { kind: "shipping_address", value: leipzig, label: "Lager, \"Süd\"; Tor 2" },
        { kind: "email", value: "einkauf@example.org", confirmedAt: null },
      ],
    });
    const { details } = await jana.call<{ details: ShownDetail[] }>("desk_record", { account: customer.accountNumber });
    const exported = (await whole(oliver, "all")).customers.find(({ accountNumber }) => accountNumber === customer.accountNumber);

    expect(exported).toMatchObject({ kind: "company", yearlySpend: 1234.5 });
    expect(exported?.details).toEqual(details);
  });
});

describe("an export of a search", () => {
  test("hands out all that is found, also beyond the page's twenty and the likeliest fifty", async () => {
    const made = new Set<string>();
    for (let at = 0; at < 60; at += 1) made.add((await newCustomer({ details: [{ kind: "name", value: { given: "Quirin", family: "Zwetschgenried" } }] })).accountNumber);
    const { customers } = await whole(miriam, "search", "Zwetschgenried");

    expect(new Set(customers.map(({ accountNumber }) => accountNumber))).toEqual(made);
  });

  test("holds what the page lists, and what it has no room for", async () => {
    const { hits } = await miriam.call<{ hits: { accountNumber: string }[] }>("desk_search", { query: "GmbH" });
    const { customers } = await whole(miriam, "search", "GmbH");

    expect(hits).toHaveLength(20);
    expect(customers.length).toBeGreaterThan(20);
    expect(customers.map(({ accountNumber }) => accountNumber)).toEqual(expect.arrayContaining(hits.map(({ accountNumber }) => accountNumber)));
  });

  test("keeps whom it found and not what was searched for", async () => {
    const customer = await newCustomer({ details: [{ kind: "email", value: "nadel.im.heuhaufen@example.org" }] });
    const { id } = await whole(miriam, "search", "nadel.im.heuhaufen@example.org");
    const [row] = await sql<{ found: string[]; text: string }[]>`select found, to_jsonb(e)::text as text from private.exports e where id = ${id}`;

    expect(row?.found).toEqual([customer.id]);
    expect(row?.text).not.toContain("heuhaufen");
  });

  test("is refused for nothing, and for a text that is no search", async () => {
    await expect(begin(miriam, "search", "  ")).rejects.toMatchObject({ status: 422, code: "value_not_acceptable" });
    await expect(begin(miriam, "search", "x".repeat(201))).rejects.toMatchObject({ status: 422, code: "search_too_long" });
  });
});

test("an export of the queue hands out all of it, in its order", async () => {
  await newCustomer({ yearlySpend: 900, details: [{ kind: "phone", value: "+493023125014", confirmedAt: "2020-01-01" }] });
  const { customers } = await whole(clara, "outreach");
  const { rows } = await clara.call<{ rows: { accountNumber: string }[] }>("outreach_queue");

  expect(rows).toHaveLength(50);
  expect(customers.length).toBeGreaterThan(50);
  expect(customers.slice(0, 50).map(({ accountNumber }) => accountNumber)).toEqual(rows.map(({ accountNumber }) => accountNumber));
  expect(new Set(customers.map(({ accountNumber }) => accountNumber)).size).toBe(customers.length);
});

describe("who may", () => {
  const may: Record<Scope, Person[]> = { all: [oliver], search: [oliver, miriam], outreach: [oliver, miriam, clara] };
  const everybody = { jana, clara, miriam, oliver, anna: actor("anna"), stranger: actor("stranger") };
  const pairs = (["all", "search", "outreach"] as const).flatMap((scope) => Object.entries(everybody).map(([name, who]) => ({ scope, name, who })));

  test.each(pairs.filter(({ scope, who }) => may[scope].includes(who)))("$name begins «$scope»", async ({ scope, who }) => {
    expect((await nextPage(who, await begin(who, scope, "Weber"))).customers.length).toBeGreaterThan(0);
  });

  test.each(pairs.filter(({ scope, who }) => !may[scope].includes(who)))("$name does not begin «$scope»", async ({ scope, who }) => {
    await expect(begin(who, scope, "Weber")).rejects.toMatchObject({ status: 403, code: "not_allowed" });
  });

  test.each(Object.entries(everybody).filter(([name]) => name !== "oliver"))("%s does not see the log", async (_, who) => {
    await expect(who.call("desk_exports")).rejects.toMatchObject({ status: 403, code: "not_allowed" });
  });

  test("somebody without a session does nothing of it", async () => {
    const id = await begin(oliver, "all");
    await expect(begin(anybody, "all")).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403, 404]) as number });
    await expect(nextPage(anybody, id)).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403, 404]) as number });
  });

  test("nobody reads or ends another's export, whatever they may themselves", async () => {
    const [all, search] = [await begin(oliver, "all"), await begin(oliver, "search", "Weber")];
    for (const who of [jana, clara, actor("anna"), actor("stranger")]) {
      await expect(nextPage(who, search)).rejects.toMatchObject({ status: 403 });
      await expect(end(who, search)).rejects.toMatchObject({ status: 403 });
    }
    await expect(nextPage(miriam, all)).rejects.toMatchObject({ status: 403 });
    await expect(nextPage(miriam, search)).rejects.toMatchObject({ status: 404 });
    await expect(end(miriam, search)).rejects.toMatchObject({ status: 404 });
    expect(await logged(search)).toMatchObject({ state: "running", customers: 0 });
  });

  test("whoever is deactivated or signed out gets no further page", async () => {
    const email = `${randomUUID()}@kartei.example.com`;
    await sql`select public.staff_add(${email}, 'admin', 'Vera Wenig')`;
    const vera = person(await signIn(product, email));
    const id = await begin(vera, "all");
    await nextPage(vera, id);
    await sql`update public.staff set active = false where email = ${email}`;

    await expect(nextPage(vera, id)).rejects.toMatchObject({ status: 403, code: "not_allowed" });
    expect(await logged(id)).toMatchObject({ by: "Vera Wenig", state: "broken_off", customers: 500 });

    await sql`update public.staff set active = true where email = ${email}`;
    await sql`delete from auth.sessions s using auth.users u where u.id = s.user_id and u.email = ${email}`;
    await expect(nextPage(vera, id)).rejects.toMatchObject({ status: 401, code: "signed_out" });
  });
});

describe("the log", () => {
  test("says who took what, how many and up to whom, from the first page on", async () => {
    const id = await begin(oliver, "all");
    expect(await logged(id)).toMatchObject({ by: "Oliver Grant", scope: "all", format: "json_lines", state: "running", customers: 0, lastAccount: null });

    const { customers } = await nextPage(oliver, id);
    expect(await logged(id)).toMatchObject({ state: "running", customers: 500, lastAccount: customers.at(-1)?.accountNumber });

    await end(oliver, id, false);
    expect(await logged(id)).toMatchObject({ state: "broken_off", customers: 500 });
  });

  test("closes an export once, and an export that is over hands out nothing", async () => {
    const { id, customers } = await whole(miriam, "search", "GmbH");
    await end(miriam, id, false);

    expect(await logged(id)).toMatchObject({ state: "completed", customers: customers.length });
    await expect(nextPage(miriam, id)).rejects.toMatchObject({ status: 409, code: "export_is_over" });
  });

  test("tells of itself what was left lying, which hands out nothing either", async () => {
    const id = await begin(oliver, "all");
    await sql`update private.exports set read_at = now() - interval '16 minutes' where id = ${id}`;

    expect(await logged(id)).toMatchObject({ state: "broken_off" });
    await expect(nextPage(oliver, id)).rejects.toMatchObject({ status: 409, code: "export_is_over" });
  });

  test("cannot be rewritten, also not by the owner", async () => {
    const { id } = await whole(miriam, "search", "GmbH");
    const open = await begin(miriam, "search", "GmbH");
    await nextPage(miriam, open);

    const attempts = [
      () => sql`update private.exports set customers = 0 where id = ${id}`,
      () => sql`update private.exports set customers = 0 where id = ${open}`,
      () => sql`update private.exports set staff_id = (select id from public.staff where role = 'agent' limit 1) where id = ${open}`,
      () => sql`delete from private.exports where id = ${open}`,
      () => sql`truncate private.exports`,
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ message: "history_is_append_only" });
  });
});

describe("at the same moment", () => {
  test("two who ask for a page get different customers", async () => {
    const id = await begin(oliver, "all");
    const [one, other] = await Promise.all([nextPage(oliver, id), nextPage(oliver, id)]);
    const accounts = [one, other].flatMap(({ customers }) => customers.map(({ accountNumber }) => accountNumber));

    expect(new Set(accounts).size).toBe(accounts.length);
    expect(await logged(id)).toMatchObject({ customers: accounts.length });
  });

  test("one person has three exports under way, and a fourth when one has ended", async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 5 }, () => begin(oliver, "all")));
    const begun = attempts.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));

    expect(begun).toHaveLength(3);
    await expect(begin(oliver, "all")).rejects.toMatchObject({ status: 429, code: "exports_under_way" });
    expect(await begin(miriam, "search", "Weber")).toBeTruthy();
    await end(oliver, begun[0] ?? "", false);
    expect(await begin(oliver, "all")).toBeTruthy();
  });
});

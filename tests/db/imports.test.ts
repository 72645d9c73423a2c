import { describe, expect, test } from "vitest";
import { actor, anybody, sql, workerAccess } from "../support/backend.ts";
import { addLogin, newCustomer } from "../support/customers.ts";
import type { TestCustomer } from "../support/customers.ts";
import { apply, askForCheck, check, csvOf, importLines, importOf, newAccount, personLine, reaches, receive, undo, usualSettings } from "../support/imports.ts";
import { savedNote, start } from "../support/notes.ts";
import type { ShownDetail } from "../support/overview.ts";
import { change, confirm, correctOnCall, save } from "../support/saving.ts";

const oliver = actor("oliver");
const jana = actor("jana");
const clara = actor("clara");
const anna = actor("anna");
const key = workerAccess();

interface Shown {
  customer: { name: string | null; kind: string; locale: string; yearlySpend: number; contactBy: string };
  details: ShownDetail[];
  updates: { reference: string; channel: string; actor: string; items: { op: string; kind: string; before: unknown; after: unknown }[] }[];
  logins: { email: string }[];
}

/** The record as it stands; not the moment at which it was read. */
async function record(account: string): Promise<Shown> {
  const { callerCheck: { asOf: _, ...callerCheck }, ...shown } = await jana.call<Shown & { callerCheck: { asOf: string } }>("desk_record", { account });
  return { ...shown, callerCheck } as Shown;
}
const detailOf = async (account: string, kind: string) => (await record(account)).details.find((detail) => detail.kind === kind);
const valuesOf = async (account: string, kind: string) => (await record(account)).details.filter((detail) => detail.kind === kind).map(({ value }) => value);
const found = async (query: string) => (await jana.call<{ hits: { accountNumber: string }[] }>("desk_search", { query })).hits.map(({ accountNumber }) => accountNumber);
const codesOf = async (id: string) => (await importOf(oliver, id)).problems.map(({ line, bad, code, about }) => ({ line, bad, code, about }));
const idOf = async (account: string) => (await sql<{ id: string }[]>`select id from public.customers where account_number = ${account}`)[0]?.id ?? "";
const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" });

/** Whether somebody stands in the outreach queue, which the first pages of a rich customer tell. */
async function isAsked(account: string): Promise<boolean> {
  const { rows } = await clara.call<{ rows: { accountNumber: string }[] }>("outreach_queue");
  return rows.some((row) => row.accountNumber === account);
}

/** How many mails and letters there are for the customers of these accounts. */
async function mailsFor(accounts: string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select (select count(*) from private.outbox o where o.customer_id = any (ids)) + (select count(*) from public.receipts r where r.customer_id = any (ids)) as count
    from (select array(select id from public.customers where account_number in ${sql(accounts)}) as ids) c`;
  return Number(row?.count);
}

describe("an import", () => {
  test("makes customers who are found, shown and asked like others", async () => {
    const line = personLine({
      family: "Zwickelbauer", phone: "030 23125014", email: "Zenzi.Zwickelbauer@example.org", site: "Almhütte", site_street: "Torgauer Straße 231", site_postcode: "04347", site_city: "Leipzig",
      language: "en", birth_date: "29.2.2000", yearly_spend: "9.000.000.000", contact_by: "post", confirmed: "1.2.2020", phone_confirmed: today,
    });
    const { progress } = await importLines(oliver, [line]);
    const account = line.account_number;

    expect(progress).toMatchObject({ new: 1, changed: 0, bad: 0 });
    const { customer, details, logins } = await record(account);
    expect(customer).toMatchObject({ name: "Ada Zwickelbauer", kind: "person", locale: "en", yearlySpend: 9_000_000_000, contactBy: "post" });
    expect(details).toMatchObject([
      { kind: "name", isPrimary: true, freshness: { confirmedAt: expect.stringMatching(/^2020-02-01/) as string, confirmedBy: "import", channel: "import", knownSince: "2020-02-01", reviewOn: "2023-02-01" } },
      { kind: "billing_address", value: { country: "DE", lines: ["Boxhagener Straße 41"], postcode: "10245", city: "Berlin", area: "" } },
      { kind: "shipping_address", label: "Almhütte", value: { city: "Leipzig" } },
      { kind: "phone", value: "+493023125014", freshness: { knownSince: today } },
      { kind: "email", value: "Zenzi.Zwickelbauer@example.org", verified: false, freshness: { reviewOn: "2021-02-01" } },
    ]);
    expect(logins).toEqual([]);
    expect(await sql`select birth_date::text from public.customers where account_number = ${account}`).toEqual([{ birth_date: "2000-02-29" }]);
    for (const query of [account, "Zwickelbaur", "zenzi.zwickelbauer@example.org", "Almhütte"]) expect(await found(query), query).toContain(account);
    expect(await isAsked(account)).toBe(true);
  });

  test("stands in the history, once, and sends nobody anything", async () => {
    const lines = [personLine(), personLine({ email: "quiet@example.org" })];
    await importLines(oliver, lines);
    const { updates } = await record(lines[0]?.account_number ?? "");

    expect(updates).toMatchObject([{ channel: "import", actor: "import", items: [{ op: "add", kind: "name" }, { op: "add", kind: "billing_address" }, { op: "add", kind: "phone" }] }]);
    expect(await mailsFor(lines.map(({ account_number }) => account_number))).toBe(0);
  });

  test("counts what was never confirmed as due since it is known, and what was confirmed today as fresh", async () => {
    const [never, fresh] = [personLine({ yearly_spend: "9000000000" }), personLine({ yearly_spend: "9000000000", confirmed: today })];
    await importLines(oliver, [never, fresh]);

    expect((await detailOf(never.account_number, "phone"))?.freshness).toMatchObject({ confirmedAt: null, confirmedBy: null, knownSince: today, reviewOn: today });
    expect(await isAsked(never.account_number)).toBe(true);
    expect((await detailOf(fresh.account_number, "phone"))?.freshness).toMatchObject({ confirmedBy: "import" });
    expect(await isAsked(fresh.account_number)).toBe(false);
  });

  test("brings out unchanged what people write in strange ways", async () => {
    const names = [`=HYPERLINK("https://evil.example";"x")`, "'=1+1", "שרה\u200f O’Brien, „Zoë“; d'Or", "<b>fett</b> & 👩‍👩‍👧", "\u202eabc\u202c", "'t Hooft"];
    const lines = names.map((family) => personLine({ given: "", family: family.startsWith("'=") ? `'${family}` : family }));
    await importLines(oliver, lines);

    for (const [at, line] of lines.entries()) expect((await detailOf(line.account_number, "name"))?.value).toEqual({ given: "", family: names[at] });
  });

  test("leaves out lines with what no base can hold, and says so", async () => {
    const lines = [personLine({ family: "x".repeat(70_000) }), personLine({ family: "Nul\u0000l" }), personLine({ family: "Halb\ud83dzeichen" }), personLine({ family: "Gl\u0007ocke" }), personLine()];
    const { id, progress } = await check(oliver, lines);

    expect(progress).toMatchObject({ new: 1, bad: 4 });
    expect(await codesOf(id)).toMatchObject([{ line: 2, code: "details_error_too_long" }, { line: 3, code: "unreadable" }, { line: 4, code: "unreadable" }, { line: 5, code: "details_error_control_characters" }]);
  });

  test("reads 200 columns", async () => {
    const line = personLine();
    const columns = Object.keys(line).length;
    const id = await receive(oliver, csvOf([{ ...line, ...Object.fromEntries(Array.from({ length: 200 - columns }, (_, at) => [`x${at}`, "x"])) }]));
    await askForCheck(oliver, id);
    await reaches(oliver, id, "checked");
    await apply(oliver, id);

    expect((await record(line.account_number)).customer.name).toBe("Ada Muster");
  });

  test("takes a file name that no base can hold as it is", async () => {
    const id = await receive(oliver, csvOf([personLine()]), `${"👩".repeat(200)}\u0000\ud83d.csv`);

    expect((await importOf(oliver, id)).import.fileName).toMatch(/\.csv$/);
  });

  test("counts lines as a spreadsheet does, empty ones in between too", async () => {
    const [header = "", ...lines] = csvOf([personLine(), personLine({ phone: "4711" })]).split("\r\n");
    const id = await receive(oliver, [header, "", lines[0], ";;;", "", lines[1], ""].join("\r\n"));
    await askForCheck(oliver, id);
    const { import: { lines: count }, progress, problems } = await reaches(oliver, id, "checked");

    expect(count).toBe(2);
    expect(progress).toMatchObject({ new: 1, bad: 1 });
    expect(problems).toMatchObject([{ line: 6, code: "details_error_phone_invalid" }]);
  });

  test("of only a header does nothing", async () => {
    const id = await receive(oliver, "account_number;family");
    await askForCheck(oliver, id);

    expect((await reaches(oliver, id, "checked")).progress).toMatchObject({ chunks: 0, new: 0, bad: 0 });
    expect((await apply(oliver, id)).import.state).toBe("applied");
  });
});

describe("a line with the account number of a customer", () => {
  test("changes what differs, confirms what is newer, leaves the rest, and sends no receipt", async () => {
    const customer = await newCustomer({ details: [{ kind: "phone", value: "+493023125014", confirmedAt: "2020-01-01" }, { kind: "billing_address", value: { country: "DE", lines: ["Altweg 1"], postcode: "10115", city: "Berlin", area: "" }, confirmedAt: "2020-01-01" }] });
    const account = customer.accountNumber;
    const { progress } = await importLines(oliver, [personLine({ account_number: account, phone: "030 23125014", confirmed: "2024-05-06", yearly_spend: "123,45" })]);

    expect(progress).toMatchObject({ new: 0, changed: 1, kept: 0 });
    const { customer: { yearlySpend }, updates, details } = await record(account);
    expect(yearlySpend).toBe(123.45);
    expect(updates[0]?.items).toMatchObject([{ op: "change", kind: "billing_address", before: { city: "Berlin", lines: ["Altweg 1"] }, after: { lines: ["Boxhagener Straße 41"] } }, { op: "confirm", kind: "phone" }]);
    expect(details.find(({ kind }) => kind === "phone")).toMatchObject({ version: 1, freshness: { confirmedAt: expect.stringMatching(/^2024-05-06/) as string, reviewOn: "2025-05-06" } });
    expect(details.find(({ kind }) => kind === "name")?.freshness.confirmedBy).toBe("import");
    expect(await mailsFor([account])).toBe(0);
  });

  test("need not tell the name, and says nothing by empty cells", async () => {
    const customer = await newCustomer({ kind: "company", locale: "hu", details: [{ kind: "fax", value: "+493023125015" }] });
    const { progress } = await importLines(oliver, [{ account_number: customer.accountNumber, phone: "030 23125099", fax: "", email: "", language: "" }], { newerWins: false });

    expect(progress).toMatchObject({ changed: 1, bad: 0 });
    expect(await record(customer.accountNumber)).toMatchObject({ customer: { name: "Muster & Söhne GmbH", kind: "company", locale: "hu" } });
    expect(await valuesOf(customer.accountNumber, "phone")).toEqual(["+493023125099"]);
    expect(await valuesOf(customer.accountNumber, "fax")).toEqual(["+493023125015"]);
  });

  test("that is new needs a name", async () => {
    const { id, progress } = await check(oliver, [{ account_number: newAccount(), phone: "030 23125014" }]);

    expect(progress).toMatchObject({ new: 0, bad: 1 });
    expect(await codesOf(id)).toEqual([{ line: 2, bad: true, code: "name_missing", about: null }]);
  });

  test("does nothing at all the second time", async () => {
    const lines = [personLine({ email: "twice@example.org", site: "Lager", site_street: "Torgauer Straße 231", site_postcode: "04347", site_city: "Leipzig", phone2: "030 23125015", confirmed: "2024-05-06" })];
    await importLines(oliver, lines);
    const before = await record(lines[0]?.account_number ?? "");
    const { progress } = await importLines(oliver, lines);

    expect(progress).toMatchObject({ new: 0, changed: 0, confirmed: 0, unchanged: 1 });
    expect(await record(lines[0]?.account_number ?? "")).toEqual(before);
  });

  test("does not change the language that the customer chose, unless it tells one", async () => {
    const customer = await newCustomer({ locale: "hu" });
    await importLines(oliver, [{ account_number: customer.accountNumber, country: "DE", phone: "030 23125014" }]);
    expect((await record(customer.accountNumber)).customer.locale).toBe("hu");

    await importLines(oliver, [{ account_number: customer.accountNumber, country: "DE", language: "en" }]);
    expect((await record(customer.accountNumber)).customer.locale).toBe("en");
  });

  test("keeps a value of ours that was confirmed later, unless the file is to win", async () => {
    const customer = await newCustomer({ details: [{ kind: "phone", value: "+493023125014", confirmedAt: "2024-01-02" }] });
    const older = { account_number: customer.accountNumber, phone: "030 23125099", confirmed: "2024-01-01" };
    const { id, progress } = await importLines(oliver, [older]);
    expect(progress).toMatchObject({ unchanged: 1, kept: 1 });
    expect(await codesOf(id)).toEqual([{ line: 2, bad: false, code: "kept", about: null }]);
    expect(await valuesOf(customer.accountNumber, "phone")).toEqual(["+493023125014"]);

    await importLines(oliver, [{ ...older, confirmed: "" }]);
    expect(await valuesOf(customer.accountNumber, "phone")).toEqual(["+493023125014"]);

    await importLines(oliver, [older], { newerWins: false });
    expect(await detailOf(customer.accountNumber, "phone")).toMatchObject({ value: "+493023125099", freshness: { confirmedAt: expect.stringMatching(/^2024-01-01/) as string } });

    await importLines(oliver, [{ ...older, phone: "030 23125088", confirmed: "2024-01-03" }]);
    expect(await valuesOf(customer.accountNumber, "phone")).toEqual(["+493023125088"]);
  });

  test("never replaces an email address that was proven", async () => {
    const customer = await newCustomer({ details: [{ kind: "email", value: "proven@example.org", confirmedAt: "2020-01-01" }] });
    const { progress } = await importLines(oliver, [{ account_number: customer.accountNumber, email: "other@example.org", confirmed: today }], { newerWins: false });

    expect(progress).toMatchObject({ changed: 0, kept: 1 });
    expect((await record(customer.accountNumber)).details.filter(({ kind }) => kind === "email")).toMatchObject([{ value: "proven@example.org", verified: true }]);
  });

  test("knows an email address in other capital letters as the same", async () => {
    const email = `Ada.${newAccount()}@example.com`;
    const line = personLine({ email });
    await importLines(oliver, [line]);
    const { progress } = await check(oliver, [{ ...line, email: email.toUpperCase() }]);

    expect(progress).toMatchObject({ unchanged: 1, changed: 0, kept: 0 });
  });

  test("brings a new address as an unproven one", async () => {
    const customer = await newCustomer();
    await importLines(oliver, [{ account_number: customer.accountNumber, email: "new@example.org" }]);

    expect(await detailOf(customer.accountNumber, "email")).toMatchObject({ value: "new@example.org", verified: false });
  });

  test("finds phones by their values, whichever column they stand in, and never takes one away", async () => {
    const customer = await newCustomer({ details: [{ kind: "phone", value: "+493023125014", confirmedAt: null }, { kind: "phone", value: "+493023125015", confirmedAt: null }] });
    await importLines(oliver, [{ account_number: customer.accountNumber, phone: "030 23125015", phone2: "030 23125016" }]);
    expect(new Set(await valuesOf(customer.accountNumber, "phone"))).toEqual(new Set(["+493023125014", "+493023125015", "+493023125016"]));

    await importLines(oliver, [{ account_number: customer.accountNumber, phone: "030 23125016", phone2: "030 23125015" }]);
    expect(new Set(await valuesOf(customer.accountNumber, "phone"))).toEqual(new Set(["+493023125014", "+493023125015", "+493023125016"]));
  });

  test("finds a site by its label", async () => {
    const site = (city: string) => ({ site: "Lager SÜD", site_street: "Weg 1", site_postcode: "04347", site_city: city });
    const line = personLine(site("Leipzig"));
    await importLines(oliver, [line]);
    await importLines(oliver, [{ account_number: line.account_number, ...site("Dresden"), site: "lager süd" }]);

    expect((await record(line.account_number)).details.filter(({ kind }) => kind === "shipping_address")).toMatchObject([{ label: "Lager SÜD", value: { city: "Dresden" } }]);
  });

  test("is bad where it is of another kind", async () => {
    const customer = await newCustomer({ kind: "company" });
    const { id, progress } = await check(oliver, [personLine({ account_number: customer.accountNumber })]);

    expect(progress).toMatchObject({ bad: 1 });
    expect(await codesOf(id)).toEqual([{ line: 2, bad: true, code: "kind_differs", about: null }]);
  });
});

describe("what is to be said", () => {
  test("tells bad lines also behind more remarks than a page holds", async () => {
    const customer = await newCustomer({ details: [{ kind: "name", value: { given: "Ida", family: "Hundertfach" } }, { kind: "phone", value: "+493023125066" }] });
    const { id, problems } = await check(oliver, [...Array.from({ length: 120 }, () => personLine({ family: "Hundertfach", phone: "030 23125066" })), personLine({ phone: "4711" })]);

    expect(problems.filter(({ bad }) => bad)).toMatchObject([{ line: 122, code: "details_error_phone_invalid" }]);
    expect(problems.filter(({ bad }) => !bad)).toHaveLength(100);
    expect(problems.at(-1)).toMatchObject({ code: "looks_like", about: customer.accountNumber });
    expect(await oliver.call("import_problems", { import: id })).toMatchObject({ problems: [{ line: 122 }] });
  });
});

describe("duplicates", () => {
  test("in a file are told with the line that came first, also across chunks", async () => {
    const twice = personLine();
    const lines = [personLine(), twice, { ...twice, family: "Zweite" }, ...Array.from({ length: 1000 }, () => personLine()), { ...twice, family: "Dritte" }];
    const { id, progress } = await check(oliver, lines);

    expect(progress).toMatchObject({ chunks: 2, new: 1002, bad: 2 });
    expect(await codesOf(id)).toEqual([{ line: 4, bad: true, code: "account_twice", about: "3" }, { line: 1005, bad: true, code: "account_twice", about: "3" }]);
    await oliver.call("import_cancel", { import: id });
  });

  test("of customers with another number are told, and left out if one wishes", async () => {
    const customer = await newCustomer({ details: [{ kind: "name", value: { given: "Leonie", family: "Doppelgänger" } }, { kind: "phone", value: "+493023125077" }, { kind: "email", value: `${newAccount()}@example.org` }] });
    const email = String((await detailOf(customer.accountNumber, "email"))?.value);
    const lines = [
      personLine({ family: "Anders", phone: "030 23125078", email: email.toUpperCase() }),
      personLine({ family: "Doppelgaenger", phone: "030 23125077" }),
      personLine({ family: "Nachbar", phone: "030 23125077" }),
    ];
    const told = await check(oliver, lines);
    expect(told.progress).toMatchObject({ new: 3, bad: 0 });
    expect(await codesOf(told.id)).toEqual([2, 3].map((line) => ({ line, bad: false, code: "looks_like", about: customer.accountNumber })));

    const left = await check(oliver, lines, { leaveOutLookalikes: true });
    expect(left.progress).toMatchObject({ new: 1, bad: 2 });
  });
});

describe("between check and apply", () => {
  test("a line that became impossible is left out alone, and told", async () => {
    const [good, gone, also] = [personLine(), personLine(), personLine()];
    const { id } = await check(oliver, [good, gone, also]);
    await sql`insert into public.customers ${sql({ account_number: gone.account_number, kind: "company", country: "DE" })}`;
    const { progress, problems } = await apply(oliver, id);

    expect(progress.bad).toBe(1);
    expect(problems).toMatchObject([{ line: 3, bad: true, code: "refused" }]);
    for (const { account_number } of [good, also]) expect((await record(account_number)).updates).toHaveLength(1);
    expect((await record(gone.account_number)).updates).toEqual([]);
  });

  test("what the customer saved meanwhile is met as it is then", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "phone", value: "+493023125014", confirmedAt: "2020-01-01" }] });
    const { id, progress } = await check(oliver, [{ account_number: customer.accountNumber, phone: "030 23125099", confirmed: "2024-01-01" }]);
    expect(progress).toMatchObject({ changed: 1 });
    await save(anna, customer, [change(customer.detail.phone, "+493023125011")]);
    await apply(oliver, id);

    expect(await valuesOf(customer.accountNumber, "phone")).toEqual(["+493023125011"]);
  });
});

test("customers who save online while they are imported lose nothing, and nobody waits for somebody else for ever", async () => {
  const customers = await Promise.all(Array.from({ length: 12 }, () => newCustomer({ owners: [anna.email], details: [{ kind: "fax", value: "+493023125015", confirmedAt: "2020-01-01" }] })));
  const lines = [...customers.map(({ accountNumber }) => ({ account_number: accountNumber, fax: "030 23125099", confirmed: "2024-01-01" })), ...Array.from({ length: 1500 }, () => personLine())];
  const { id } = await check(oliver, lines);
  await oliver.call("import_apply", { import: id });
  const saved = await Promise.all(customers.map((customer, at) => save(anna, customer, [change(customer.detail.phone, `+4930111111${10 + at}`)])));
  const { progress } = await reaches(oliver, id, "applied");

  expect(saved.map(({ status }) => status)).toEqual(customers.map(() => "saved"));
  expect(progress).toMatchObject({ new: 1500, changed: 12, bad: 0 });
  for (const [at, { accountNumber }] of customers.entries()) {
    expect(await valuesOf(accountNumber, "phone")).toEqual([`+4930111111${10 + at}`]);
    expect(await valuesOf(accountNumber, "fax")).toEqual(["+493023125099"]);
  }
});

describe("undoing", () => {
  const everything = (account: string) => record(account).then(({ customer, details }) => ({
    customer,
    details: details.map(({ version: _version, ...detail }) => detail),
  }));

  test("gives values, freshness, spend and wishes back, and the history keeps both", async () => {
    const customer = await newCustomer({ yearlySpend: 100, contactBy: "email", details: [{ kind: "phone", value: "+493023125014", confirmedAt: "2020-01-01" }, { kind: "email", value: "proven@example.org", confirmedAt: "2021-01-01" }] });
    const account = customer.accountNumber;
    const before = await everything(account);
    const { id } = await importLines(oliver, [personLine({ account_number: account, family: "Anders", phone: "030 23125099", fax: "030 23125015", email: "proven@example.org", yearly_spend: "9.000.000.000", contact_by: "post", language: "en", confirmed: today })], { newerWins: false });
    expect(await everything(account)).not.toEqual(before);
    await undo(oliver, id);

    expect(await everything(account)).toEqual(before);
    expect((await record(account)).updates.map(({ channel }) => channel)).toEqual(["import", "import", "import"]);
    expect(await mailsFor([account])).toBe(0);
    expect(await isAsked(account)).toBe(false);
  });

  test("is not in the way of a long history", async () => {
    const [customer] = await sql<{ account: string }[]>`
      select c.account_number as account from public.customers c join public.updates u on u.customer_id = c.id
      where c.kind = 'person' group by c.id having count(*) > 3 order by c.account_number desc limit 1`;
    const account = customer?.account ?? "";
    const before = await everything(account);
    const { id } = await importLines(oliver, [{ account_number: account, given: "Anders", family: "Anderswo" }], { newerWins: false });
    expect(await everything(account)).not.toEqual(before);
    await undo(oliver, id);

    expect(await everything(account)).toEqual(before);
  });

  test("takes customers that it made from search, desk, export and queue, and a later import brings them back", async () => {
    const line = personLine({ family: "Verschwindibus", email: "poof@example.org", yearly_spend: "9000000000" });
    const account = line.account_number;
    const { id } = await importLines(oliver, [line]);
    expect(await isAsked(account)).toBe(true);
    await undo(oliver, id);

    await expect(record(account)).rejects.toMatchObject({ status: 404 });
    for (const query of [account, "Verschwindibus", "poof@example.org"]) expect(await found(query), query).not.toContain(account);
    expect(await isAsked(account)).toBe(false);
    const exported = await oliver.call<string>("begin_export", { scope: "all", format: "json_lines" });
    for (let more = true; more;) {
      const page = await oliver.call<{ customers: { accountNumber: string }[]; more: boolean }>("export_page", { export: exported });
      expect(page.customers.map(({ accountNumber }) => accountNumber)).not.toContain(account);
      more = page.more;
    }
    await oliver.call("end_export", { export: exported, completed: true });

    const again = await importLines(oliver, [{ ...line, company: "Verschwindibus GmbH", given: "", family: "" }]);
    expect(again.progress).toMatchObject({ new: 1 });
    expect((await record(account)).customer).toMatchObject({ kind: "company", name: "Verschwindibus GmbH" });
    expect((await record(account)).details.filter(({ kind }) => kind === "phone")).toHaveLength(1);
    expect(await found("Verschwindibus")).toContain(account);
    await undo(oliver, again.id);
    await expect(record(account)).rejects.toMatchObject({ status: 404 });
  });

  const builders: [string, (account: string) => Promise<unknown>][] = [
    ["a change by the customer", async (account) => {
      const customer = await asCustomer(account);
      await addLogin(customer.id, anna.email, "owner");
      await save(anna, customer, [change(customer.detail.phone, "+493023125001")]);
    }],
    ["a confirmation by the customer", async (account) => {
      const customer = await asCustomer(account);
      await addLogin(customer.id, anna.email, "owner");
      await confirm(anna, customer, [customer.detail.phone]);
    }],
    ["a correction on the phone", async (account) => {
      const customer = await asCustomer(account);
      await correctOnCall(jana, customer, [change(customer.detail.phone, "+493023125001")]);
    }],
    ["somebody who may sign in", async (account) => addLogin(await idOf(account), anna.email, "owner")],
    ["a note", async (account) => savedNote(jana, await asCustomer(account))],
    ["a note that is being written", async (account) => start(actor("tobias"), await asCustomer(account))],
    ["a reminder", async (account) => clara.call("send_reminders", { customers: [await idOf(account)] })],
    ["another import", (account) => importLines(oliver, [{ account_number: account, fax: "030 23125017" }])],
  ];
  test.each(builders)("is refused when %s was built on it, and nothing is undone", async (_, build) => {
    const [built, other] = [personLine(), personLine()];
    const { id } = await importLines(oliver, [built, other]);
    await build(built.account_number);
    const before = await Promise.all([record(built.account_number), record(other.account_number)]);

    expect(await oliver.call("import_undo", { import: id })).toEqual({ state: "built_on", accounts: [built.account_number] });
    expect((await importOf(oliver, id)).import.state).toBe("applied");
    expect(await Promise.all([record(built.account_number), record(other.account_number)])).toEqual(before);
  });

  test("leaves alone what an import of the same had found as it was, and what has happened there since", async () => {
    const customer = await newCustomer({ owners: [anna.email], details: [{ kind: "phone", value: "+493023125014", confirmedAt: "2020-01-01" }] });
    const { id, progress } = await importLines(oliver, [{ account_number: customer.accountNumber, phone: "030 23125014" }, personLine()]);
    expect(progress).toMatchObject({ unchanged: 1, new: 1 });
    await confirm(anna, customer, [customer.detail.phone]);
    await anna.call("set_language", { locale: "hu" });
    const before = await record(customer.accountNumber);
    await undo(oliver, id);
    await anna.call("set_language", { locale: "de" });

    expect(before.details.find(({ kind }) => kind === "phone")?.freshness.confirmedBy).toBe("customer");
    expect((await record(customer.accountNumber)).details).toEqual(before.details);
  });

  test("gives back only those of a customer's own wishes that nobody changed since", async () => {
    const customer = await newCustomer({ owners: [anna.email], yearlySpend: 100, locale: "de" });
    const { id } = await importLines(oliver, [{ account_number: customer.accountNumber, yearly_spend: "200", language: "en" }]);
    await anna.call("set_language", { locale: "hu" });
    await undo(oliver, id);

    expect((await record(customer.accountNumber)).customer).toMatchObject({ yearlySpend: 100, locale: "hu" });
    await anna.call("set_language", { locale: "de" });
  });

  test("is over after thirty days", async () => {
    const { id } = await importLines(oliver, [personLine()]);
    await sql`update private.imports set finished_at = now() - interval '31 days' where id = ${id}`;

    await expect(oliver.call("import_undo", { import: id })).rejects.toMatchObject({ status: 409, code: "import_too_old" });
  });
});

describe("an import that is not applied", () => {
  test("changes nothing, and cancelled is forgotten", async () => {
    const line = personLine({ phone: "4711" });
    const good = personLine();
    const { id } = await check(oliver, [line, good]);
    await expect(record(good.account_number)).rejects.toMatchObject({ status: 404 });
    await oliver.call("import_cancel", { import: id });

    const [left] = await sql<{ rows: number }[]>`select (select count(*) from private.import_chunks where import_id = ${id})::int
      + (select count(*) from private.import_problems where import_id = ${id})::int + (select count(*) from private.import_accounts where import_id = ${id})::int as rows`;
    expect(left?.rows).toBe(0);
    await expect(oliver.call("import_apply", { import: id })).rejects.toMatchObject({ status: 409, code: "import_is_elsewhere" });
  });

  test("is checked again with other columns and settings", async () => {
    const customer = await newCustomer({ details: [{ kind: "phone", value: "+493023125014" }] });
    const { id, progress } = await check(oliver, [{ account_number: customer.accountNumber, phone: "030 23125099" }]);
    expect(progress).toMatchObject({ unchanged: 1, kept: 1 });
    await askForCheck(oliver, id, { newerWins: false });

    expect((await reaches(oliver, id, "checked")).progress).toMatchObject({ changed: 1, kept: 0 });
    expect(await codesOf(id)).toEqual([]);
  });

  test("remembers the columns of the same header, also for its file of bad lines", async () => {
    const [number, what] = [`n${newAccount()}`, "wer"];
    const columns = ["account_number", "company"];
    const first = await receive(oliver, `${number};${what}\n1;2`);
    expect((await importOf(oliver, first)).import.columns).toBeNull();
    await oliver.call("import_check", { import: first, columns, settings: usualSettings });
    await reaches(oliver, first, "checked");

    const columnsOf = async (header: string) => (await importOf(oliver, await receive(oliver, `${header}\n1;2`))).import.columns;
    expect(await columnsOf(`${number};${what}`)).toEqual(columns);
    expect(await columnsOf(`${number};${what};line;problem`)).toEqual([...columns, null, null]);
    expect(await columnsOf(`${what};${number}`)).toBeNull();
  });

  test("is not applied twice, nor while another one is", async () => {
    const [first, second] = [await check(oliver, Array.from({ length: 1500 }, () => personLine())), await check(oliver, [personLine()])];
    const asked = await Promise.allSettled([first.id, first.id, second.id].map((id) => oliver.call("import_apply", { import: id })));

    expect(asked.filter(({ status }) => status === "fulfilled").length).toBe(1);
    for (const one of asked) if (one.status === "rejected") expect(one.reason).toMatchObject({ status: 409 });
    await Promise.all([first, second].map(({ id }) => oliver.call("import_cancel", { import: id }).catch(() => reaches(oliver, id, "applied"))));
  });
});

describe("what no page of ours sends", () => {
  const refused = { status: 422, code: "value_not_acceptable" };

  test.each<[string, unknown]>([["no array", {}], ["nothing", []], ["no rows", ["x"]], ["no texts", [["x", 1]]], ["nulls", [[null]]], ["too many", Array.from({ length: 2001 }, () => [])]])("rows that are %s", async (_, rows) => {
    const { import: id } = await oliver.call<{ import: string }>("import_open", { file_name: "x", encoding: "utf-8", separator: ";", header: ["a"] });

    await expect(oliver.call("import_receive", { import: id, place: 0, first_line: 2, rows })).rejects.toMatchObject(refused);
  });

  test.each<[string, object]>([
    ["columns that are fewer", { columns: [], settings: usualSettings }],
    ["columns that are more", { columns: ["account_number", null, null, null], settings: usualSettings }],
    ["columns that are numbers", { columns: [1, 2], settings: usualSettings }],
    ["no settings", { columns: ["account_number", "family"], settings: {} }],
    ["another country", { columns: ["account_number", "family"], settings: { ...usualSettings, country: "de" } }],
    ["another language", { columns: ["account_number", "family"], settings: { ...usualSettings, locale: "fr" } }],
    ["no choice", { columns: ["account_number", "family"], settings: { ...usualSettings, newerWins: "yes" } }],
  ])("%s", async (_, asked) => {
    const id = await receive(oliver, "account_number;family\n1;2");

    await expect(oliver.call("import_check", { import: id, ...asked })).rejects.toMatchObject(refused);
  });

  test("a column that is none is left out", async () => {
    const id = await receive(oliver, csvOf([personLine()]));
    const { import: { header } } = await importOf(oliver, id);
    await oliver.call("import_check", { import: id, columns: header.map((name) => (name === "phone" ? "constructor" : name)), settings: usualSettings });

    expect((await reaches(oliver, id, "checked")).progress).toMatchObject({ new: 1, bad: 0 });
  });

  test("the same rows twice are taken once", async () => {
    const { import: id } = await oliver.call<{ import: string }>("import_open", { file_name: "x", encoding: "utf-8", separator: ";", header: ["a"] });
    for (let times = 0; times < 2; times += 1) await oliver.call("import_receive", { import: id, place: 0, first_line: 2, rows: [["1"], ["2"]] });
    await oliver.call("import_received", { import: id, encoding: "utf-8" });

    expect((await importOf(oliver, id)).import.lines).toBe(2);
  });
});

describe("who may", () => {
  const id = "00000000-0000-4000-8000-000000000000";
  const acts: [Parameters<typeof oliver.call>[0], object][] = [
    ["desk_import", { import: id }], ["import_apply", { import: id }], ["import_cancel", { import: id }], ["import_pause", { import: id }], ["import_undo", { import: id }],
    ["import_problems", { import: id }], ["import_received", { import: id, encoding: "utf-8" }], ["import_receive", { import: id, place: 0, first_line: 2, rows: [["1"]] }],
    ["import_check", { import: id, columns: ["account_number"], settings: usualSettings }],
  ];
  const opening = ["import_open", { file_name: "x", encoding: "utf-8", separator: ";", header: ["account_number"] }] as const;
  const workers: [Parameters<typeof oliver.call>[0], object][] = [
    ["import_next", { lease_seconds: 60 }], ["import_failed", {}], ["import_forget", {}], ["import_of_file", { file_hash: "x" }],
    ["import_checked", { import: id, lease: id, place: 0, lines: [], problems: [], lease_seconds: 60 }],
  ];
  const others = (["jana", "clara", "miriam", "anna", "stranger"] as const).map((name) => [name, actor(name)] as const);

  test.each(others)("%s does nothing of it", async (_, who) => {
    for (const [name, args] of [...acts, opening, ["desk_imports", {}] as const]) await expect(who.call(name, args), name).rejects.toMatchObject({ status: 403, code: "not_allowed" });
  });

  test("nobody does without a session", async () => {
    for (const [name, args] of [...acts, opening, ["desk_imports", {}] as const, ...workers]) await expect(anybody.call(name, args), name).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403, 404]) as number });
  });

  test("only the secret key does the workers' acts", async () => {
    for (const [, who] of [...others, ["oliver", oliver] as const]) {
      for (const [name, args] of workers) await expect(who.call(name, args), name).rejects.toMatchObject({ status: expect.toBeOneOf([401, 403, 404]) as number });
    }
    expect(await key.call("import_of_file", { file_hash: "x" })).toBeNull();
  });

  test("an admin and the secret key do, and are told where there is no such import", async () => {
    for (const who of [oliver, key]) {
      for (const [name, args] of acts) await expect(who.call(name, args), name).rejects.toMatchObject({ status: 404, code: "not_found" });
      expect(await who.call(...opening)).toMatchObject({ import: expect.any(String) as string });
    }
    expect(await oliver.call<{ imports: { by: string | null }[] }>("desk_imports")).toMatchObject({ imports: expect.arrayContaining([expect.objectContaining({ by: "Oliver Grant" }), expect.objectContaining({ by: null })]) as unknown[] });
  });
});

/** An imported customer as the helpers of other tests know theirs. */
async function asCustomer(account: string): Promise<TestCustomer> {
  const { details } = await record(account);
  return {
    id: await idOf(account),
    accountNumber: account,
    detail: Object.fromEntries(details.map(({ kind, id, version }) => [kind, { detail: id, version }])) as TestCustomer["detail"],
  };
}

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { text as readWhole } from "node:stream/consumers";
import Papa from "papaparse";
import postgres from "postgres";
import { unguardCell } from "../../app/csv/guard-cell.ts";
import { type Actor, customers, staff } from "../support/browser-actors.ts";
import { expect, type Page, test } from "../support/browser.ts";
import { type Product, useProduct } from "../support/product.ts";
import { signIn } from "../support/sign-in.ts";

const strange = {
  name: { given: '=HYPERLINK("https://evil.example";"Gewinn")', family: "שרה\u200f O’Brien, „Zoë“; d'Or" },
  address: { country: "DE", lines: ["'=1+1", "＠SUM(A1)", "-1 👩‍👩‍👧"], postcode: "04347", city: "\u200b+Köln", area: "" },
};

test("an admin downloads all customers in each format, strange texts unchanged and guarded", async ({ signedIn }) => {
  const { franke } = customers;
  await makeStrange(await useProduct(), franke.accountNumber);
  const page = await signedIn(staff.oliver);
  await page.goto("/desk/admin/exports");

  await test.step("one line for each customer", async () => {
    await page.getByRole("radio", { name: "Semicolon (;)" }).check();
    const { name, text } = await download(page, "Download the file");
    expect(name).toMatch(/^customers-\d{4}-\d\d-\d\d\.csv$/);
    const [line, lines] = readCsv(text, ";", franke.accountNumber);
    expect(lines.length).toBeGreaterThanOrEqual(500);
    expect(line).toMatchObject({ ...strange.name, street: "'=1+1", street2: "＠SUM(A1)", street3: "-1 👩‍👩‍👧", postcode: "04347", city: "\u200b+Köln" });
    expect(line?.phone).toMatch(/^\+49\d+$/);
    expect(text).toContain(`;"'=HYPERLINK(""https://evil.example"";""Gewinn"")";`);
    expect(text).toContain(";'+49");
  });

  await test.step("one line for each detail", async () => {
    await page.getByRole("radio", { name: "CSV, one line for each detail" }).check();
    await page.getByRole("radio", { name: "Comma (,)" }).check();
    const { name, text } = await download(page, "Download the file");
    expect(name).toMatch(/\.details\.csv$/);
    const [line] = readCsv(text, ",", franke.accountNumber);
    expect(line).toMatchObject({ kind: "name", ...strange.name, last_confirmed: new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Berlin" }), confirmed_by: "staff", channel: "in_person" });
  });

  await test.step("one object for each customer", async () => {
    await page.getByRole("radio", { name: "JSON Lines, one line for each customer" }).check();
    const { name, text } = await download(page, "Download the file");
    expect(name).toMatch(/\.jsonl$/);
    const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as { account_number: string; details: { kind: string; value: unknown }[] });
    const details = lines.find(({ account_number }) => account_number === franke.accountNumber)?.details;
    expect(details?.find(({ kind }) => kind === "name")?.value).toEqual(strange.name);
    expect(details?.find(({ kind }) => kind === "billing_address")?.value).toEqual(strange.address);
  });

  await test.step("and the log tells of each", async () => {
    await page.getByRole("link", { name: "Refresh the list" }).click();
    for (const file of ["CSV", "CSV, by detail", "JSON Lines"]) {
      const row = loggedExport(page, staff.oliver.name).filter({ has: page.getByRole("cell", { name: file, exact: true }) }).filter({ hasText: "complete" });
      await expect(row.first()).toBeVisible();
    }
  });
});

test("a supervisor downloads all hits of a search, and nothing searched for stands in an address", async ({ signedIn }) => {
  const page = await signedIn(staff.miriam);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  await page.goto("/desk");
  await page.getByRole("searchbox").fill("GmbH");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByText("höchstens die 1.000 wahrscheinlichsten")).toBeVisible();
  const { name, text } = await download(page, "CSV");

  expect(name).toMatch(/^customers-found-.*\.csv$/);
  const [, lines] = readCsv(text, ";");
  expect(lines.length).toBeGreaterThan(20);
  expect(lines.filter(({ company }) => !company?.includes("GmbH"))).toEqual([]);
  expect(addresses.filter((address) => address.includes("GmbH"))).toEqual([]);
});

test("outreach staff download the queue in its order", async ({ signedIn }) => {
  const page = await signedIn(staff.clara);
  await page.goto("/desk/outreach");
  const shown = await page.getByRole("main").getByRole("row").locator("td:nth-child(2)").allInnerTexts();
  const { name, text } = await download(page, "JSON Lines");

  expect(name).toMatch(/^customers-to-ask-.*\.jsonl$/);
  const accounts = text.trimEnd().split("\n").map((line) => (JSON.parse(line) as { account_number: string }).account_number);
  expect(shown).toHaveLength(50);
  expect(accounts.length).toBeGreaterThan(50);
  // Another test may remind one of them meanwhile.
  const places = shown.map((account) => accounts.indexOf(account)).filter((at) => at >= 0);
  expect(places.length).toBeGreaterThan(45);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test("agents export nothing, and only an admin sees the page", async ({ signedIn }) => {
  const jana = await signedIn(staff.jana);
  await jana.goto("/desk");
  await jana.getByRole("searchbox").fill("GmbH");
  await jana.getByRole("searchbox").press("Enter");
  await expect(jana.getByRole("list", { name: "Gefundene Kundinnen und Kunden" })).toBeVisible();
  await expect(jana.getByRole("button", { name: "CSV" })).toHaveCount(0);
  for (const [who, allowed] of [[staff.jana, []], [staff.clara, ["outreach"]], [staff.miriam, ["outreach", "search"]], [customers.anna, []]] as const) {
    const page = await signedIn(who);
    expect((await page.goto("/desk/admin/exports"))?.status(), who.name).toBe(403);
    for (const scope of ["all", "search", "outreach"] as const) {
      const answer = await post(page, { scope, format: "json_lines", query: "Weber" });
      expect(answer.status(), `${who.name}, ${scope}`).toBe((allowed as readonly string[]).includes(scope) ? 200 : 403);
    }
  }
});

test("a form of somebody else's making gets no file", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver);
  const forms: Record<string, string>[] = [{}, { scope: "all" }, { scope: "everything", format: "json_lines" }, { scope: "all", format: "xlsx" }, { scope: "all", format: "customers_csv", separator: "|" }];
  for (const form of forms) {
    expect((await post(page, form)).status(), JSON.stringify(form)).toBe(400);
  }
  const foreign = await page.request.post("/desk/exports", { headers: { origin: "https://evil.example" }, form: { scope: "all", format: "json_lines" } });
  expect(foreign.status()).toBe(403);
});

test("a file is kept by nobody on its way", async ({ signedIn }) => {
  const answer = await post(await signedIn(staff.miriam), { scope: "search", format: "customers_csv", query: "Weber" });

  expect(answer.headers()).toMatchObject({
    "cache-control": "private, no-store",
    "content-disposition": expect.stringMatching(/^attachment; filename="customers-found-[\d-]+\.csv"$/),
    "content-type": "text/csv; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
});

test("a connection that is cut breaks the export off, and the log says so", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver, { ownSession: true });
  await page.goto("/desk/admin/exports");
  await whilePagesWait(async () => {
    const file = await beginDownload(page);
    const [first] = (await once(file, "data")) as [Buffer];
    expect(first.toString()).toContain("account_number");
    file.destroy();
  });

  await expect(async () => {
    await page.goto("/desk/admin/exports");
    await expect(loggedExport(page, staff.oliver.name).filter({ hasText: "CSV, by detail" }).filter({ hasText: "broken off" }).first()).toBeVisible({ timeout: 1000 });
  }).toPass();
});

test("whoever is deactivated in the middle of a file gets no more of it, and the file does not look whole", async ({ signedIn }) => {
  const vera: Actor = { email: `${crypto.randomUUID()}@kartei.example.com`, name: `Vera ${Date.now()}`, locale: "en" };
  const { received } = await whilePagesWait(async (sql) => {
    await sql`select public.staff_add(${vera.email}, 'admin', ${vera.name})`;
    const file = await beginDownload(await signedIn(vera));
    await sql`update public.staff set active = false where email = ${vera.email}`;
    return { received: expect(readWhole(file)).rejects.toThrow("aborted") };
  });
  await received;

  const page = await signedIn(staff.oliver);
  await page.goto("/desk/admin/exports");
  await expect(loggedExport(page, vera.name)).toContainText("broken off");
});

/** Presses a button that downloads, and returns what came. */
async function download(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button, exact: true }).click()]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** The lines by their headings, guards taken off, and the first of one account. */
function readCsv(text: string, delimiter: string, account?: string): [Record<string, string> | undefined, Record<string, string>[]] {
  expect(text.startsWith("\ufeff")).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, delimiter, skipEmptyLines: true, transform: (cell) => unguardCell(cell) });
  expect(errors).toEqual([]);
  return [data.find(({ account_number }) => account_number === account), data];
}

async function post(page: Page, form: Record<string, string>) {
  const { siteUrl } = await useProduct();
  return page.request.post("/desk/exports", { headers: { origin: siteUrl }, form });
}

/** Does something while no page of an export can be read. */
async function whilePagesWait<T>(act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres((await useProduct()).databaseUrl, { max: 2, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      await tx`lock table public.contact_detail_values in access exclusive mode`;
      return act(sql);
    }) as T;
  } finally {
    await sql.end();
  }
}

/** The exports of somebody in the log. */
function loggedExport(page: Page, by: string) {
  return page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: by }) });
}

/** Asks for all details over a connection of the test's own, and returns once the answer has begun. */
async function beginDownload(page: Page): Promise<IncomingMessage> {
  const { siteUrl } = await useProduct();
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const request = httpRequest(`${siteUrl}/desk/exports`, { method: "POST", headers: { cookie, origin: siteUrl, "content-type": "application/x-www-form-urlencoded" } });
  request.end("scope=all&format=details_csv");
  const [answer] = (await once(request, "response")) as [IncomingMessage];
  return answer;
}

/** Corrects a customer's name and billing address at the counter to texts that a spreadsheet would run. */
async function makeStrange(product: Product, account: string): Promise<void> {
  const { details } = await callAs<{ details: { id: string; kind: string; version: number }[] }>(product, staff.jana, "desk_record", { account });
  const values: Record<string, unknown> = { name: strange.name, billing_address: strange.address };
  const changes = details.filter(({ kind }) => values[kind]).map(({ id, kind, version }) => ({ op: "change", detail: id, version, value: values[kind] }));
  await callAs(product, staff.jana, "correct_at_counter", { account, changes, identified_by: "id_card", request: crypto.randomUUID() });
}

async function callAs<T>(product: Product, who: Actor, name: string, args: object): Promise<T> {
  const { token } = await signIn(product, who.email);
  const answer = await fetch(`${product.apiUrl}/rest/v1/rpc/${name}`, {
    method: "POST",
    headers: { apikey: product.publishableKey, authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(args),
  });
  expect(answer.status, `${name} by ${who.name}`).toBe(200);
  return await answer.json() as T;
}

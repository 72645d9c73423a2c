import type { Page } from "@playwright/test";
import { type Actor, customers, staff } from "./browser-actors.ts";
import { passedCheck } from "./browser-caller-check.ts";
import { at, type VisitedPage } from "./browser-visits.ts";
import { checkedImport, openMappingRefused, receivedImport } from "./browser-imports.ts";
import { ownCustomer } from "./browser-own-customer.ts";
import { openNote, openNoteRefused, openPromise, openPromiseRefused, openSavedNote } from "./browser-notes.ts";
import { keyFirst, keySecond, openSheet } from "./browser-paper.ts";

const record = `/desk/customers/${customers.anna.accountNumber}`;

/** Every page of the desk but those for paper, each with something on it, for somebody who may open all of them. */
export const deskPages: VisitedPage[] = [
  at("search", "/desk"),
  { name: "hits", open: (page) => search(page, "Weber") },
  { name: "no hits", open: (page) => search(page, "Xqzwvk") },
  at("new customer", "/desk/customers/new"),
  { name: "new customer, refused", open: (page) => openAndSend(page, "/desk/customers/new", "kein Telefon") },
  { name: "new customer, somebody alike", open: openAlike },
  at("record", record),
  at("the largest record", `/desk/customers/${customers.nordlicht.accountNumber}`),
  at("form", `${record}/edit`),
  at("caller check", `${record}/caller-check`),
  { name: "caller check, an answer that cannot be one", open: openImpossibleAnswer },
  { name: "reversal", open: openReversal },
  { name: "form, refused", open: (page) => openAndSend(page, `${record}/edit`, "kein Telefon") },
  { name: "one detail", open: openSite },
  { name: "one detail, refused", open: async (page) => { await openSite(page); await page.locator("main form button:not(.sr-only)").last().click(); await page.getByRole("alert").waitFor(); } },
  { name: "a record with a planned change", open: openMoving },
  { name: "a planned change", open: async (page) => { await openMoving(page); await page.goto(await page.locator("a[href$='?planned']").getAttribute("href") ?? ""); } },
  at("a detail to add", `${record}/details/new/shipping_address`),
  { name: "check", open: (page) => openCheck(page, `${record}/edit`) },
  at("tasks", "/desk/tasks"),
  at("tasks, none", "/desk/tasks?which=mine&department=logistics"),
  { name: "task", open: openFirstTask },
  at("looks at a record", `${record}/views`),
  at("second step", "/desk/security"),
  at("concerns", "/desk/concerns"),
  at("concerns, none", "/desk/concerns?which=mine&department=logistics"),
  at("notes", `${record}/notes`),
  { name: "a saved note", open: openSavedNote },
  at("a note to begin", `/desk/customers/${customers.sepp.accountNumber}/notes/new`),
  { name: "a note begun", open: openNote },
  { name: "a note, refused", open: openNoteRefused },
  at("promises", "/desk/commitments"),
  at("promises of a department", "/desk/commitments?which=team"),
  { name: "a promise", open: openPromise },
  { name: "a promise, refused", open: openPromiseRefused },
  at("outbox", "/desk/outbox"),
  at("outreach", "/desk/outreach"),
  at("outreach, nothing selected", "/desk/outreach?nothing-selected"),
  at("not found", "/desk/customers/00000000"),
];

/** Every page of the paper desk, for somebody else than those who key two sheets here, of which nothing is applied. */
export async function paperPages(signedIn: (person: Actor) => Promise<Page>): Promise<VisitedPage[]> {
  const { toCheck, toSettle } = await keySheets(signedIn);
  return [
    at("paper", "/desk/written-changes"),
    at("new sheet", "/desk/written-changes/new"),
    { name: "new sheet, refused", open: (page) => openAndSend(page, "/desk/written-changes/new") },
    at("sheet to check", toCheck),
    at("sheet to settle", toSettle),
    at("sheet to reject", toSettle.replace(/settlement$/, "rejection")),
  ];
}

/** Every page for admins, with imports of which nothing is applied. */
export async function adminPages(signedIn: (person: Actor) => Promise<Page>): Promise<VisitedPage[]> {
  const page = await signedIn(staff.oliver);
  const mapping = await receivedImport(page);
  const checked = await checkedImport(page);
  return [
    at("imports", "/desk/admin/imports"),
    { name: "imports, no file", open: (page) => openAndSend(page, "/desk/admin/imports") },
    at("import to map", mapping),
    { name: "import to map, refused", open: (page) => openMappingRefused(page, mapping) },
    at("import checked", checked),
    at("exports", "/desk/admin/exports"),
    at("staff", "/desk/admin/staff"),
    at("new staff", "/desk/admin/staff/new"),
    { name: "new staff, refused", open: (page) => openAndSend(page, "/desk/admin/staff/new") },
    { name: "member of staff", open: openMember },
    { name: "deactivation", open: async (page) => { await openMember(page); await page.goto(`${page.url()}/deactivation`); } },
    at("departments", "/desk/admin/staff/departments"),
    { name: "departments, refused", open: (page) => openAndSend(page, "/desk/admin/staff/departments") },
    at("caller policy", "/desk/admin/caller-check"),
    { name: "caller policy, refused", open: openPolicyRefused },
  ];
}

async function openPolicyRefused(page: Page): Promise<void> {
  await page.goto("/desk/admin/caller-check");
  await page.locator("input[name=lockMinutes]").fill("ewig");
  await page.locator("main form button").last().click();
  await page.getByRole("alert").waitFor();
}

async function keySheets(signedIn: (person: Actor) => Promise<Page>): Promise<{ toCheck: string; toSettle: string }> {
  const customer = customers.eszter;
  const jana = await signedIn(staff.jana);
  const first = await keyFirst(jana, { customer, phone: "+36 20 555 0143" });
  const second = await keyFirst(jana, { customer, phone: "+36 20 555 0144" });
  const tobias = await signedIn(staff.tobias);
  await openSheet(tobias, `Blatt ${first} prüfen`);
  const toCheck = new URL(tobias.url()).pathname;
  await openSheet(tobias, `Blatt ${second} prüfen`);
  const toSettle = `${new URL(tobias.url()).pathname}/settlement`;
  await keySecond(tobias, { customer, phone: "+36 20 555 0145" });
  await tobias.waitForURL(/done=/);
  return { toCheck, toSettle };
}

async function openFirstTask(page: Page): Promise<void> {
  await page.goto("/desk/tasks");
  await page.locator("main li[data-task] a").first().click();
  await page.waitForURL(/\/desk\/tasks\/[0-9a-f-]{36}$/);
}

async function openMember(page: Page): Promise<void> {
  await page.goto("/desk/admin/staff");
  await page.getByRole("main").getByRole("link", { name: staff.miriam.name }).click();
  await page.waitForURL(/\/staff\/[0-9a-f-]{36}$/);
}

async function search(page: Page, typed: string): Promise<void> {
  await page.goto("/desk");
  await page.locator("input[type=search]").fill(typed);
  await Promise.all([page.waitForEvent("load"), page.locator("input[type=search]").press("Enter")]);
}

// Of somebody whom nobody checks meanwhile: a passed check asks nothing.
async function openImpossibleAnswer(page: Page): Promise<void> {
  const { accountNumber } = await ownCustomer();
  await page.goto(`/desk/customers/${accountNumber}/caller-check`);
  await page.locator("input[data-kind=postcode]").fill("?");
  await page.locator("input[data-kind=postcode]").press("Enter");
  await page.getByRole("status").getByText(/\S/).first().waitFor();
}

async function openSite(page: Page): Promise<void> {
  const { accountNumber } = await ownCustomer({ sites: 2 });
  await page.goto(`/desk/customers/${accountNumber}`);
  await page.goto(await page.locator("main a[href*='/details/']:not([href*='/new/'])").last().getAttribute("href") ?? "");
}

async function openMoving(page: Page): Promise<void> {
  const { accountNumber } = await ownCustomer({ moving: true });
  await page.goto(`/desk/customers/${accountNumber}`);
}

async function openReversal(page: Page): Promise<void> {
  const { accountNumber } = await ownCustomer({ faxSince: true });
  await page.goto(`/desk/customers/${accountNumber}`);
  await page.locator('a[href$="/reversal"]').first().click();
  await page.waitForURL(/\/reversal$/);
}

async function openAlike(page: Page): Promise<void> {
  await page.goto("/desk/customers/new");
  for (const [name, text] of [["name.family", "Neu"], ["address.lines[0]", "Hof 1"], ["address.postcode", "10245"], ["address.city", "Berlin"], ["phone", "030 23125014"]] as const) {
    await page.locator(`input[name="${name}"]`).fill(text);
  }
  await page.locator("main form button:not(.sr-only)").last().click();
  await page.locator("input[name=entry]").waitFor({ state: "attached" });
}

async function openAndSend(page: Page, path: string, phone?: string): Promise<void> {
  await page.goto(path);
  if (phone) await page.locator("input[type=tel]").first().fill(phone);
  await page.locator("main form button:not(.sr-only)").last().click();
  await page.getByRole("alert").waitFor();
}

/** What is read back, on the word of a caller who was checked. */
async function openCheck(page: Page, path: string): Promise<void> {
  await passedCheck(staff.miriam, customers.anna);
  await page.goto(path);
  await page.locator("input[type=tel]").first().fill("+49 30 23125999");
  await page.locator("input[type=radio]").first().check();
  await page.locator("main form button:not(.sr-only)").last().click();
  await page.locator("input[name=changes]").waitFor({ state: "attached" });
}

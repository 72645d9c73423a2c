import { readFile } from "node:fs/promises";
import { staff } from "../support/browser-actors.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { openTaskOf } from "../support/browser-tasks.ts";
import { expect, type Page, test } from "../support/browser.ts";
import { readPdf } from "../support/pdf.ts";

test.describe.configure({ timeout: 240_000 });

const narrow = { javaScriptEnabled: false, viewport: { width: 320, height: 640 }, acceptDownloads: true };

test("an owner chooses language, post and no reminders; a member looks on", async ({ signedIn }) => {
  const customer = await ownCustomer({ kind: "company", member: true });
  const page = await signedIn(customer, narrow);
  await page.goto(`/account/${customer.id}/settings`);
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Magyar").check();
  await page.getByLabel("Per Post").check();
  await page.getByLabel("Fragen Sie mich, wenn Angaben alt geworden sind").uncheck();
  await page.getByRole("button", { name: "Einstellungen speichern" }).click();
  await expect(page.getByRole("status")).toContainText("Ihre Einstellungen sind gespeichert.");
  await expect(page.getByLabel("Magyar")).toBeChecked();
  await expect(page.getByLabel("Per Post")).toBeChecked();
  await expect(page.getByLabel("Fragen Sie mich, wenn Angaben alt geworden sind")).not.toBeChecked();

  const member = await signedIn(customer.member, narrow);
  await member.goto(`/account/${customer.id}/settings`);
  await expect(member.getByRole("main")).toContainText("Per Post");
  await expect(member.getByRole("main").getByRole("button")).toHaveCount(0);
  await member.goto(`/account/${customer.id}/erasure-request`);
  await expect(member.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("an owner takes everything along, as JSON and as a PDF; after ten times a day the page says when again", async ({ signedIn }) => {
  const customer = await ownCustomer({ sites: 1 });
  const page = await signedIn(customer, narrow);
  await page.goto(`/account/${customer.id}/settings`);
  const json = JSON.parse(await download(page, "Als JSON für andere Programme", /^\d{8}-\d{4}-\d\d-\d\d\.json$/).then((file) => file.toString())) as { details: unknown[]; customer: { accountNumber: string } };
  expect(json.customer.accountNumber).toBe(customer.accountNumber);
  expect(json.details).toHaveLength(5);

  const { pages } = await readPdf(await download(page, "Als PDF zum Lesen", /\.pdf$/));
  // a long word may stand on two lines of a table's cell
  const text = pages.join("").replace(/\s/g, "");
  for (const part of ["Alles, was wir über Sie gespeichert haben", customer.accountNumber, "Boxhagener Straße 41", "030 23125014", customer.email, "Filiale 1 Leipzig", "als JSON"]) {
    expect(text).toContain(part.replace(/\s/g, ""));
  }

  await page.reload();
  await expect(page.getByRole("main")).toContainText("JSON · Ada Muster");
  for (let taken = 2; taken < 10; taken++) await download(page, "Als JSON für andere Programme", /json$/);
  const refused = page.waitForResponse((response) => response.url().includes("/try-again"));
  await page.getByRole("button", { name: "Als JSON für andere Programme" }).click();
  expect((await refused).status()).toBe(429);
  expect(Number((await refused).headers()["retry-after"])).toBeGreaterThan(20 * 3600);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zu viele Versuche");
  await expect(page.getByRole("main")).toContainText(/in 2\d Stunden \(\d+\. \S+ \d{4} um \d\d:\d\d\)/);
});

test("an owner asks for erasure, changes their mind, asks again; an admin erases", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(customer, { ...narrow, ownSession: true });
  await test.step("reads what stays and why, asks, and takes it back", async () => {
    await page.goto(`/account/${customer.id}/settings`);
    await page.getByRole("link", { name: "Was gelöscht wird und was nicht" }).click();
    await expect(page.getByRole("main")).toContainText("§ 147");
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Löschung verlangen" }).click();
    await expect(page.getByRole("status")).toContainText("Ihr Wunsch ist bei uns");
    await page.getByRole("button", { name: "Doch nicht löschen" }).click();
    await page.getByRole("button", { name: "Löschung verlangen" }).click();
    await expect(page.getByRole("status")).toContainText("Wir entscheiden bis zum");
  });

  const admin = await signedIn(staff.oliver);
  await test.step("the admin sees what goes and what stays, and types the account number", async () => {
    await openTaskOf(admin, customer.accountNumber);
    await admin.getByRole("link", { name: "Look and decide" }).click();
    await expect(admin.getByRole("main")).toContainText("4 details, 4 values");
    await admin.getByLabel("Account number").fill("12345678");
    await admin.getByRole("button", { name: "Erase for good" }).click();
    await expect(admin.getByLabel("Account number")).toHaveAccessibleDescription(/Nothing was erased\./);
    await expect(admin.getByLabel("Account number")).toHaveValue("12345678");
    await admin.getByLabel("Account number").fill(customer.accountNumber);
    await admin.getByRole("button", { name: "Erase for good" }).click();
    await expect(admin.getByRole("status")).toBeVisible();
  });

  await test.step("the customer gets a last mail and cannot come in any more; staff find an erased customer by number", async () => {
    const mail = await inbox.mail(customer.email, /Ihre Daten sind gelöscht/);
    expect(mail.text).toContain(customer.accountNumber);
    await page.goto(`/account/${customer.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Anmelden|Ihre E-Mail/);
    await admin.goto(`/desk/customers/${customer.accountNumber}`);
    await expect(admin.getByRole("heading", { level: 1 })).toHaveText("Erased");
    await expect(admin.getByRole("link", { name: "Correct" })).toHaveCount(0);
    await expect(admin.getByRole("main")).not.toContainText("Boxhagener");
  });
});

test("an admin refuses an erasure for a reason, which the customer reads", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(customer, narrow);
  await page.goto(`/account/${customer.id}/erasure-request`);
  await page.getByRole("button", { name: "Löschung verlangen" }).click();
  const admin = await signedIn(staff.oliver);
  await openTaskOf(admin, customer.accountNumber);
  await admin.getByRole("link", { name: "Look and decide" }).click();
  await admin.getByRole("button", { name: "Refuse" }).click();
  await expect(admin.getByLabel("Reason")).toHaveAccessibleDescription(/Give a reason/);
  await admin.getByLabel("Reason").fill("Rechnung 2026-117 ist noch offen.");
  await admin.getByRole("button", { name: "Refuse" }).click();
  await page.goto(`/account/${customer.id}/settings`);
  await expect(page.getByRole("main")).toContainText("Rechnung 2026-117 ist noch offen.");
});

async function download(page: Page, button: string, name: RegExp): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  expect(file.suggestedFilename()).toMatch(name);
  return readFile(await file.path());
}

import { checkAnswers, line, openEdit, save, saveForReference } from "../support/browser-account.ts";
import { customers } from "../support/browser-actors.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expect, type Page, test } from "../support/browser.ts";

test("a double click on save gives one update and one receipt", async ({ signedIn }) => {
  const { mia } = customers;
  const page = await signedIn(mia);
  await openEdit(page);
  await line(page, "Telefon · Büro").fill("030 231257202");
  await checkAnswers(page);
  await page.getByRole("button", { name: "Speichern" }).dblclick();
  await expect(page.getByText("Ihre Vorgangsnummer:")).toBeVisible();
  const { pathname } = new URL(page.url());
  const reference = pathname.split("/").at(-1) ?? "";
  expect(await referencesOf(page, "030 231257202")).toEqual([reference]);
  await inbox.mail(mia.email, new RegExp(reference));
  expect((await inbox.all(mia.email)).filter(({ text }) => text.includes("030 231257202"))).toHaveLength(1);
});

test("reloading, and sending the same form again, change nothing more", async ({ signedIn }) => {
  const page = await signedIn(customers.paul);
  await openEdit(page);
  await line(page, "Telefon · Mobil").fill("015815 897611");
  await checkAnswers(page);
  const form = await page.locator("main form").evaluate((element: HTMLFormElement) => ({
    path: element.action,
    fields: [...element.querySelectorAll("input")].map(({ name, value }) => [name, value] as const),
  }));
  const reference = await saveForReference(page);
  await page.reload();
  await expect(page.getByText(reference)).toBeVisible();

  await test.step("as the back button does, when the browser keeps the page", async () => {
    const again = await page.request.post(form.path, { headers: { origin: new URL(page.url()).origin }, form: Object.fromEntries(form.fields), maxRedirects: 0 });
    expect(again.headers().location).toBe(new URL(page.url()).pathname);
  });
  expect(await referencesOf(page, "015815 897611")).toEqual([reference]);
});

test("addresses that only take what is posted lead back when they are reloaded", async ({ signedIn }) => {
  const page = await signedIn(customers.anna);
  await page.goto("/account");
  const account = page.url();
  for (const path of ["updates", "confirmations"]) {
    await page.goto(`${account}/${path}`);
    await expect(page).toHaveURL(account);
  }
  const detail = await page.getByRole("article").getByRole("link").first().getAttribute("href") ?? "";
  for (const path of ["primary", "move", "move/cancellation"]) {
    await page.goto(`${detail}/${path}`);
    await expect(page).toHaveURL(detail);
  }
  for (const path of ["/sign-out", "/language"]) {
    await page.goto(path);
    await expect(page).toHaveURL("/");
  }
  await page.goto("/account");
  await expect(page).toHaveURL(account);
});

test("saving what was not changed saves nothing", async ({ signedIn }) => {
  const page = await signedIn(customers.anna);
  await openEdit(page);
  await line(page, "Telefon · Festnetz").fill("+49 (0)30 23125014");
  await checkAnswers(page);
  await expect(page.getByRole("status")).toContainText("Sie haben nichts geändert.");
});

test("a check page that is left open past signing out asks to sign in, and saves nothing", async ({ signedIn }) => {
  const page = await signedIn(customers.krisztina, { ownSession: true, locale: "de" });
  await openEdit(page);
  await line(page, "Telefon · Mobil").fill("+36 30 555 4788");
  await checkAnswers(page);
  const other = await page.context().newPage();
  await other.goto("/account");
  await other.getByRole("button", { name: "Abmelden" }).click();
  await expect(other.getByRole("link", { name: "Anmelden" })).toBeVisible();
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmelden");
  const again = await signedIn(customers.krisztina, { ownSession: true, locale: "de" });
  await again.goto("/account");
  await expect(again.getByRole("main")).not.toContainText("30 555 4788");
});

/** The references of the updates in the history that contain a text. */
async function referencesOf(page: Page, text: string): Promise<string[]> {
  await page.goto("/account");
  await page.getByRole("link", { name: "Verlauf" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Verlauf");
  const entries = page.getByRole("main").locator("section").filter({ hasText: text });
  const lines = await entries.locator("p").filter({ hasText: "·" }).allInnerTexts();
  return lines.map((words) => words.split("·").at(-1)?.trim() ?? "");
}

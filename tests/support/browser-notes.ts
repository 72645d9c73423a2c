import type { Page } from "@playwright/test";
import { customers } from "./browser-actors.ts";

/** A note that somebody has begun, empty. */
export async function openNote(page: Page): Promise<void> {
  await page.goto(`/desk/customers/${customers.felix.accountNumber}/notes/new`);
  const begin = page.locator("main form[action$='/notes/draft'] button");
  if (await begin.count() > 0) await begin.click();
  await page.locator("textarea[name=done]").waitFor();
}

/** The same, sent with nothing in it. */
export async function openNoteRefused(page: Page): Promise<void> {
  await openNote(page);
  await page.locator("main form[action$='/notes/new'] button:not([type=button])").first().click();
  await page.getByRole("alert").first().waitFor();
}

/** The newest saved note about a customer of the demo, whom nobody calls in tests. */
export async function openSavedNote(page: Page): Promise<void> {
  await page.goto(`/desk/customers/${customers.anna.accountNumber}/notes`);
  await page.locator("article a[href^='/desk/notes/']").first().click();
  await page.waitForURL("**/desk/notes/*");
}

/** An open promise of the reader's department. */
export async function openPromise(page: Page): Promise<void> {
  await page.goto("/desk/commitments?which=team");
  await page.locator("tbody th a").first().click();
  await page.waitForURL(/\/desk\/commitments\/[^?]+$/);
}

/** The same, said to be broken without a reason. */
export async function openPromiseRefused(page: Page): Promise<void> {
  await openPromise(page);
  await page.locator("main details summary").first().click();
  await page.locator("form[action$='/breach'] button").click();
  await page.getByRole("alert").waitFor();
}

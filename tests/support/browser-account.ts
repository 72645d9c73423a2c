import { expect, type Locator, type Page } from "@playwright/test";

// The customer's own pages in German, as the tests go through them.

/** Opens the form over all of the signed-in customer's details. */
export async function openEdit(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("link", { name: "Angaben ändern" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Angaben ändern");
}

/** The inputs of one detail on the form, by its heading such as "Telefon · Mobil". */
export function detail(page: Page, heading: string): Locator {
  return page.getByRole("group", { name: heading, exact: true });
}

/** The only line of a detail that has one. */
export function line(page: Page, heading: string): Locator {
  return detail(page, heading).getByRole("textbox");
}

/** Goes on to "check your answers". */
export async function checkAnswers(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
}

/** What the check, confirmation and history pages say about a detail. */
export function answer(page: Page | Locator, heading: string): Locator {
  return page.locator("dl > div").filter({ has: page.locator("dt").getByText(heading, { exact: true }) });
}

/** Saves what was checked. */
export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Speichern" }).click();
}

/** Saves what was checked, up to the confirmation page, and returns its reference. */
export async function saveForReference(page: Page): Promise<string> {
  await save(page);
  const told = page.getByText("Ihre Vorgangsnummer:");
  await expect(told).toBeVisible();
  return (await told.locator("strong").innerText()).trim();
}

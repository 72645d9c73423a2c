import { expect, type Locator, type Page } from "@playwright/test";
import type { CustomerActor } from "./browser-actors.ts";

// The paper desk in German, as the tests go through it.

/** What somebody has written on an invoice: a phone number and, for a customer in Hódmezővásárhely, a street. */
export type Sheet = { customer: CustomerActor; phone: string; street?: string };

/** Keys a paid invoice and returns the number to write on it. */
export async function keyFirst(page: Page, written: Sheet): Promise<string> {
  await page.goto("/desk/written-changes");
  await page.getByRole("link", { name: "Neues Blatt erfassen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neues Blatt erfassen");
  await key(page, written);
  await page.getByRole("button", { name: "Erfassen", exact: true }).click();
  const told = page.getByRole("status").filter({ hasText: "Schreiben Sie diese Nummer auf das Blatt" });
  return (await told.locator("p.font-ref").innerText()).trim();
}

/** Keys it once more on the page that compares, and compares. */
export async function keySecond(page: Page, written: Sheet): Promise<void> {
  await key(page, written);
  await page.getByRole("button", { name: "Mit der ersten Erfassung vergleichen" }).click();
}

async function key(page: Page, { customer, phone, street }: Sheet): Promise<void> {
  await page.getByLabel("Kundennummer").fill(customer.accountNumber);
  await phoneField(page).fill(phone);
  if (street) {
    await page.getByLabel("Land").selectOption("HU");
    await page.getByLabel("Straße und Hausnummer").fill(street);
    await page.getByLabel("Postleitzahl").fill("6800");
    await page.getByLabel(/^Ort/).fill("Hódmezővásárhely");
  }
}

/** Opens a sheet from the list by its link, such as "Blatt 7 prüfen". */
export async function openSheet(page: Page, link: string): Promise<void> {
  await page.goto("/desk/written-changes");
  await page.getByRole("link", { name: link }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(link);
}

/** Where a sheet's phone number is typed. */
export function phoneField(page: Page): Locator {
  return page.getByRole("textbox", { name: /^Telefon/ });
}

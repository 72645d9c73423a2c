import { expect, type Page } from "@playwright/test";

/** Asks for a code on the German sign-in page and ends on the page that takes it. */
export async function askForCode(page: Page, email: string, from = "/sign-in"): Promise<void> {
  await page.goto(from);
  await page.getByLabel("Ihre E-Mail-Adresse").fill(email);
  await page.getByRole("button", { name: "Code anfordern" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Code eingeben");
}

/** Types a code and sends it. */
export async function typeCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code aus acht Ziffern").fill(code);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}

/** A code of the right shape that is not this one. */
export function wrongCode(code: string): string {
  return code.replace(/.$/, (digit) => String((Number(digit) + 1) % 10));
}

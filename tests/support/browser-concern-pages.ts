import type { Page } from "@playwright/test";
import { at, type VisitedPage } from "./browser-visits.ts";

/** Every page about a customer's concerns, with a complaint that this sends and raises, and one that it sends. */
export async function concernPages(page: Page, account: string): Promise<VisitedPage[]> {
  const raised = await sendComplaint(page, account);
  await page.locator("form[action$='/escalation'] button").click();
  await page.waitForURL((url) => url.search === "");
  const sent = await sendComplaint(page, account);
  return [
    at("concerns", `${account}/concerns`),
    at("what kind of concern", `${account}/concerns/new`),
    at("a question", `${account}/concerns/new?kind=question`),
    { name: "a suggestion, refused", open: (page) => openAndPress(page, `${account}/concerns/new?kind=suggestion`) },
    at("an order", `${account}/concerns/new?kind=order_request`),
    at("a complaint sent", `${sent}?sent`),
    at("a complaint raised", raised),
    { name: "a message, refused", open: (page) => openAndPress(page, raised) },
  ];
}

/** Every page about a customer's rights. */
export function rightsPages(account: string): VisitedPage[] {
  const soon = () => new Date(Date.now() + 30 * 60_000).toISOString();
  return [
    at("settings", `${account}/settings`),
    at("settings saved", `${account}/settings?saved`),
    at("erasure", `${account}/erasure-request`),
    { name: "too many", open: async (page) => { await page.goto(`/try-again?at=${soon()}`); } },
  ];
}

async function sendComplaint(page: Page, account: string): Promise<string> {
  await page.goto(`${account}/concerns/new?kind=complaint`);
  await page.locator("input[name=subject]").fill("Die Deckel der Donaudampfschifffahrtsgesellschaftskapitänsmützenschachteln fehlen");
  await page.locator("textarea[name=text]").fill("Zwei Kisten kamen am Dienstag.\n\nDie Deckel waren nicht dabei.");
  await page.locator("main form button").first().click();
  await page.waitForURL(/\?sent$/);
  return new URL(page.url()).pathname;
}

async function openAndPress(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("main form button").first().click();
  await page.getByRole("alert").waitFor();
}

import type { Page } from "@playwright/test";
import { customers } from "./browser-actors.ts";
import { reviewLink } from "./browser-links.ts";
import { at, type VisitedPage } from "./browser-visits.ts";

/** The pages about who may sign in, of an account's owner, of first sign-in by letter, and of a reminder's link. */
export async function accessPages(account: string): Promise<VisitedPage[]> {
  const [link, used] = [await reviewLink(customers.nordlicht.accountNumber), await reviewLink(customers.nordlicht.accountNumber, { used: true })];
  return [
    at("people", `${account}/people`),
    at("invitation", `${account}/people/invitations`),
    { name: "invitation, refused", open: (page) => openAndPress(page, `${account}/people/invitations`) },
    at("no invitation to answer", "/sign-in/invitation?gone"),
    at("letter", "/sign-in/letter"),
    { name: "letter, refused", open: (page) => openAndPress(page, "/sign-in/letter") },
    { name: "letter ordered", open: orderForNobody },
    at("activation", "/activate"),
    { name: "activation, refused", open: (page) => openAndPress(page, "/activate") },
    { name: "activation locked", open: lockForNobody },
    at("link", link),
    at("link, used", used),
    at("corrections by link", `${link}/corrections`),
    { name: "corrections by link, refused", open: (page) => openAndPress(page, `${link}/corrections`) },
    { name: "corrections by link, checked", open: (page) => checkCorrections(page, link) },
  ];
}

/** An account number that nobody has, so that nothing comes of it. */
const nobody = "10000019";

async function orderForNobody(page: Page): Promise<void> {
  await page.goto("/sign-in/letter");
  await page.locator("input[name=account]").fill(nobody);
  await press(page);
}

// The fifth wrong try, by a visit for each; further visits find it locked.
async function lockForNobody(page: Page): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    await page.goto("/activate");
    await page.locator("input[name=account]").fill(nobody);
    await page.locator("input[name=code]").fill("2222-2222-2222");
    await page.locator("input[name=email]").fill("niemand@post.example.com");
    await press(page);
    if ((await page.locator("main form").count()) === 0) return;
  }
}

async function checkCorrections(page: Page, link: string): Promise<void> {
  await page.goto(`${link}/corrections`);
  await page.locator("main input[type=checkbox]").first().check();
  await press(page);
}

async function openAndPress(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await press(page);
}

async function press(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent("load"), page.locator("main form").first().evaluate((form: HTMLFormElement) => { form.requestSubmit(); })]);
}

import { customers, staff } from "../support/browser-actors.ts";
import { customerPages } from "../support/browser-customer-pages.ts";
import { adminPages, deskPages, paperPages } from "../support/browser-desk-pages.ts";
import { interfacePages } from "../support/browser-interface-pages.ts";
import { letterPages } from "../support/browser-print.ts";
import type { VisitedPage } from "../support/browser-visits.ts";
import { expect, type Page, test } from "../support/browser.ts";

const pageBudget = 30 * 1024;
const scriptBudget = 150 * 1024;

test.describe.configure({ timeout: 360_000 });

test("a customer's page is a document, a stylesheet and an icon, and small", async ({ signedIn }) => {
  const { morgenrot, nordlicht } = customers;
  const page = await signedIn(morgenrot);
  await expectSmall(page, await customerPages(page, "E-Mail · Buchhaltung"));
  await expectSmall(await signedIn(nordlicht), [
    { name: "the largest customer's overview", open: (page) => page.goto("/account") },
    { name: "and form", open: (page) => page.getByRole("link", { name: "Angaben ändern" }).click() },
  ]);
});

for (const [desk, pagesOf, reader] of [["desk", () => Promise.resolve(deskPages), staff.miriam], ["paper desk", paperPages, staff.miriam], ["desk with letters", letterPages, staff.miriam], ["admin's desk", adminPages, staff.oliver]] as const) {
  test(`a page of the ${desk} brings at most 150 KB of script`, async ({ signedIn }) => {
    const pages = await pagesOf(signedIn);
    await expectLittleScript(await signedIn(reader), pages);
  });
}

test("so does a page about interfaces, and the one for programmers none", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver);
  await expectLittleScript(page, await interfacePages(page));
  await expectSmall(page, [{ name: "the page for programmers", open: (page) => page.goto("/api") }]);
});

async function expectLittleScript(page: Page, pages: VisitedPage[]): Promise<void> {
  const sizes = await sizesAsLoaded(page);
  for (const { name, open } of pages) {
    await test.step(name, async () => {
      await open(page);
      await page.waitForLoadState("networkidle");
      const scripts = (await resourcesOf(page)).filter((file) => file.endsWith(".js"));
      expect.soft(await sum(sizes, scripts), `${name}: compressed bytes of script`).toBeLessThanOrEqual(scriptBudget);
    });
  }
}

async function expectSmall(page: Page, pages: VisitedPage[]): Promise<void> {
  const sizes = await sizesAsLoaded(page);
  for (const { name, open } of pages) {
    await test.step(name, async () => {
      await open(page);
      expect(await page.locator("script").count()).toBe(0);
      const [css, ...more] = (await resourcesOf(page)).filter((file) => !file.endsWith("/favicon.svg"));
      expect(css).toMatch(/\.css$/);
      expect(more).toEqual([]);
      expect.soft(await sum(sizes, [page.url(), css ?? ""]), `${name}: compressed bytes`).toBeLessThanOrEqual(pageBudget);
    });
  }
}

/** The addresses of everything that a page has loaded. */
function resourcesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
}

/** The bytes that came over the wire for each address, the last time that it was not taken from the cache; NaN for one that a closed page no longer tells. */
async function sizesAsLoaded(page: Page): Promise<Map<string, Promise<number>>> {
  const sizes = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const url = response.url();
    const request = response.request();
    if (request.resourceType() === "document" || !sizes.has(url)) sizes.set(url, response.finished().then(async () => (await request.sizes()).responseBodySize).catch(() => Number.NaN));
  });
  await page.goto("/nirgends");
  return sizes;
}

async function sum(sizes: Map<string, Promise<number>>, addresses: string[]): Promise<number> {
  const each = await Promise.all(addresses.map(async (address) => (await sizes.get(address)) ?? Number.NaN));
  return each.reduce((total, size) => total + size, 0);
}

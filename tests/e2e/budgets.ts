import { customers, staff } from "../support/browser-actors.ts";
import { type CustomerPage, customerPages } from "../support/browser-customer-pages.ts";
import { deskPages } from "../support/browser-desk-pages.ts";
import { expect, type Page, test } from "../support/browser.ts";

const pageBudget = 30 * 1024;
const scriptBudget = 150 * 1024;

test("a customer's page is a document, a stylesheet and an icon, and small", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const { morgenrot, nordlicht } = customers;
  const page = await signedIn(morgenrot);
  await expectSmall(page, await customerPages(page, "E-Mail · Buchhaltung"));
  await expectSmall(await signedIn(nordlicht), [
    { name: "the largest customer's overview", open: (page) => page.goto("/account") },
    { name: "and form", open: (page) => page.getByRole("link", { name: "Angaben ändern" }).click() },
  ]);
});

test("a page of the desk brings at most 150 KB of script", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const pages = await deskPages(signedIn);
  const page = await signedIn(staff.miriam);
  const sizes = await sizesAsLoaded(page);
  for (const { name, open } of pages) {
    await test.step(name, async () => {
      await open(page);
      await page.waitForLoadState("networkidle");
      const scripts = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name).filter((file) => file.endsWith(".js")));
      expect.soft(scripts.length, `${name}: scripts`).toBeGreaterThan(0);
      expect.soft(await sum(sizes, scripts), `${name}: compressed bytes of script`).toBeLessThanOrEqual(scriptBudget);
    });
  }
});

async function expectSmall(page: Page, pages: CustomerPage[]): Promise<void> {
  const sizes = await sizesAsLoaded(page);
  for (const { name, open } of pages) {
    await test.step(name, async () => {
      await open(page);
      expect(await page.locator("script").count()).toBe(0);
      const others = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => entry.name));
      const [css, ...more] = others.filter((file) => !file.endsWith("/favicon.svg"));
      expect(css).toMatch(/\.css$/);
      expect(more).toEqual([]);
      expect.soft(await sum(sizes, [page.url(), css ?? ""]), `${name}: compressed bytes`).toBeLessThanOrEqual(pageBudget);
    });
  }
}

/** The bytes that came over the wire for each address, the last time that it was not taken from the cache. */
async function sizesAsLoaded(page: Page): Promise<Map<string, Promise<number>>> {
  const sizes = new Map<string, Promise<number>>();
  page.on("requestfinished", (request) => {
    const url = request.url();
    if (request.resourceType() === "document" || !sizes.has(url)) sizes.set(url, request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto("/nirgends");
  return sizes;
}

async function sum(sizes: Map<string, Promise<number>>, addresses: string[]): Promise<number> {
  const each = await Promise.all(addresses.map(async (address) => (await sizes.get(address)) ?? Number.NaN));
  return each.reduce((total, size) => total + size, 0);
}

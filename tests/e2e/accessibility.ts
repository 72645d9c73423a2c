import { AxeBuilder } from "@axe-core/playwright";
import { customers, staff } from "../support/browser-actors.ts";
import { customerPages } from "../support/browser-customer-pages.ts";
import { deskPages } from "../support/browser-desk-pages.ts";
import { expect, type Page, test } from "../support/browser.ts";

test("no page of the customer's side has a fault that axe finds, in light or dark", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const page = await signedIn(customers.elif);
  for (const { name, open } of await customerPages(page, "E-Mail · Büro")) {
    await test.step(name, async () => {
      await open(page);
      await expectAccessible(page, name);
    });
  }
});

test("nor has the largest customer's", async ({ signedIn }) => {
  const page = await signedIn(customers.nordlicht);
  await page.goto("/account");
  await expectAccessible(page, "overview");
  await page.getByRole("link", { name: "Jetzt durchsehen" }).click();
  await expectAccessible(page, "review");
  await page.getByRole("link", { name: "Etwas berichtigen" }).click();
  await expectAccessible(page, "edit");
});

test("no page of the desk has a fault that axe finds, in light or dark", async ({ signedIn }) => {
  test.setTimeout(180_000);
  const pages = await deskPages(signedIn);
  const page = await signedIn(staff.miriam);
  for (const { name, open } of pages) {
    await test.step(name, async () => {
      await open(page);
      await expectAccessible(page, name);
    });
  }
});

/** All rules in light; in dark those about colour, the only thing that differs. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const [colorScheme, scan] of [["light", axe(page)], ["dark", axe(page).withRules(["color-contrast", "link-in-text-block"])]] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await scan.analyze();
    const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect.soft(faults, `${name}, ${colorScheme}`).toEqual([]);
  }
}

// There are no frames, which axe would open a page for.
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode();
}

import { AxeBuilder } from "@axe-core/playwright";
import { customers, staff } from "../support/browser-actors.ts";
import { customerPages } from "../support/browser-customer-pages.ts";
import { deskPages, paperPages } from "../support/browser-desk-pages.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.describe.configure({ timeout: 180_000 });

test("no page of the customer's side has a fault that axe finds, or scrolls sideways on the smallest screen", async ({ signedIn }) => {
  const page = await signedIn(customers.elif, { viewport: { width: 320, height: 640 } });
  for (const { name, open } of await customerPages(page, "E-Mail · Büro")) {
    await test.step(name, async () => {
      await open(page);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, name);
    });
  }
});

test("nor do the largest customer's, on a large one", async ({ signedIn }) => {
  const page = await signedIn(customers.nordlicht);
  await page.goto("/account");
  await expectAccessible(page, "overview");
  await page.getByRole("link", { name: "Jetzt durchsehen" }).click();
  await expectAccessible(page, "review");
  await page.getByRole("link", { name: "Etwas berichtigen" }).click();
  await expectAccessible(page, "edit");
});

for (const [desk, pagesOf] of [["desk", () => Promise.resolve(deskPages)], ["paper desk", paperPages]] as const) {
  test(`no page of the ${desk} has a fault that axe finds`, async ({ signedIn }) => {
    const pages = await pagesOf(signedIn);
    const page = await signedIn(staff.miriam);
    for (const { name, open } of pages) {
      await test.step(name, async () => {
        await open(page);
        await expectAccessible(page, name);
      });
    }
  });
}

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

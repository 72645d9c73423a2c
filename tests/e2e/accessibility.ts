import { AxeBuilder } from "@axe-core/playwright";
import { customers, staff } from "../support/browser-actors.ts";
import { customerPages } from "../support/browser-customer-pages.ts";
import { adminPages, deskPages, paperPages } from "../support/browser-desk-pages.ts";
import { interfacePages } from "../support/browser-interface-pages.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { letterPages } from "../support/browser-print.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.describe.configure({ timeout: 360_000 });

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
  await page.getByRole("link", { name: "Absprachen" }).click();
  await expectAccessible(page, "what was agreed");
  await page.goBack();
  await page.getByRole("link", { name: "Jetzt durchsehen" }).click();
  await expectAccessible(page, "review");
  await page.getByRole("link", { name: "Etwas berichtigen" }).click();
  await expectAccessible(page, "edit");
});

for (const [desk, pagesOf, reader] of [["desk", () => Promise.resolve(deskPages), staff.miriam], ["paper desk", paperPages, staff.miriam], ["desk with letters", letterPages, staff.miriam], ["admin's desk", adminPages, staff.oliver]] as const) {
  test(`no page of the ${desk} has a fault that axe finds`, async ({ signedIn }) => {
    const pages = await pagesOf(signedIn);
    const page = await signedIn(reader);
    for (const { name, open } of pages) {
      await test.step(name, async () => {
        await open(page);
        await expectAccessible(page, name);
      });
    }
  });
}

test("no page about interfaces has a fault that axe finds, or scrolls sideways on a narrow screen", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver, { viewport: { width: 360, height: 740 } });
  for (const { name, open } of await interfacePages(page)) {
    await test.step(name, async () => {
      await open(page);
      await expectNoSidewaysScroll(page);
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

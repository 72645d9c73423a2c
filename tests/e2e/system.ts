import { AxeBuilder } from "@axe-core/playwright";
import { staff } from "../support/browser-actors.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { expect, test } from "../support/browser.ts";

const path = "/desk/admin/system";

test("an admin sees who runs, what waits, and the last hours, as pictures and as tables", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver, { locale: "de" });
  await page.goto("/desk");
  await page.getByRole("link", { name: "Verwaltung" }).click();
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Betrieb");
  const processes = page.getByRole("region", { name: "Wer sich in den letzten zwei Minuten gemeldet hat" });
  await expect(processes.getByRole("row").filter({ hasText: "Webserver" }).first()).toContainText("arbeitet");
  await expect(processes.getByRole("row").filter({ hasText: "Worker" }).first()).toContainText("arbeitet");
  await expect(page.getByText("Es läuft kein Worker")).toBeHidden();
  await expect(page.getByRole("region", { name: "Was jetzt wartet" })).toContainText("Schriftliche Änderung");
  for (const chart of ["Anfragen je Minute", "Antwortzeit", "E-Mails je Stunde"]) {
    await expect(page.getByRole("img", { name: new RegExp(`^${chart}`) })).toBeVisible();
  }
  await page.getByText("Als Tabelle zeigen").first().click();
  await expect(page.getByRole("region", { name: /^Anfragen je Minute/ }).getByRole("row")).toHaveCount(13);
});

test("the page refreshes itself while it is looked at", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver, { locale: "de" });
  await page.clock.install();
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Betrieb");
  await page.waitForLoadState("networkidle");
  const refreshed = page.waitForResponse((answer) => answer.url().endsWith("/system.data") && answer.ok());
  await page.clock.runFor(31_000);
  await refreshed;
});

test("its charts are drawn by the server, with no fault that axe finds, on the smallest screen too", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver, { locale: "de", viewport: { width: 360, height: 740 } });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await expectNoSidewaysScroll(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  }
  const bytes = await page.evaluate(() => (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
    .filter(({ name }) => name.endsWith(".js")).reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0));
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(150 * 1024);
});

test("nobody but admins may open it", async ({ signedIn }) => {
  for (const person of [staff.jana, staff.clara, staff.miriam]) {
    const answer = await (await signedIn(person)).goto(path);
    expect(answer?.status(), person.name).toBe(403);
  }
});

import { checkAnswers, saveForReference } from "../support/browser-account.ts";
import { confirmedToday, newCustomer, torgauer } from "../support/browser-customers.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { expect, test } from "../support/browser.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
const budget = 30 * 1024;

test("a company with 500 sites finds one by typing, and gets small pages", async ({ signedIn }) => {
  const sites = Array.from({ length: 500 }, (_, at) => ({
    kind: "shipping_address" as const,
    label: `Filiale ${String(at + 1).padStart(3, "0")}`,
    value: { ...torgauer, lines: [`Straße der Einheit ${at + 1}`], city: at % 50 === 0 ? "Müllheim" : "Leipzig" },
  }));
  const company = await newCustomer("company", sites);
  const page = await signedIn(company);

  await test.step("the overview shows the first, and is small", async () => {
    const document = await page.goto("/account");
    await page.waitForLoadState();
    expect((await document?.request().sizes())?.responseBodySize).toBeLessThanOrEqual(budget - 9 * 1024);
    await expect(page.getByRole("article").filter({ hasText: "Filiale" })).toHaveCount(12);
    await expectNoSidewaysScroll(page);
  });

  await test.step("the list is paged", async () => {
    await page.getByRole("link", { name: "Alle 500 ansehen und durchsuchen: Lieferadressen" }).click();
    await expect(page.getByText("1 bis 20 von 500")).toBeVisible();
    await page.getByRole("link", { name: "Nächste Seite" }).click();
    await expect(page.getByText("21 bis 40 von 500")).toBeVisible();
    await expectNoSidewaysScroll(page);
  });

  await test.step("what is typed finds by town, label and street, and stands in no address", async () => {
    await page.getByLabel("Suchen").fill("mullheim");
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(page.getByRole("status")).toHaveText("10 Treffer");
    await page.getByLabel("Suchen").fill("filiale leipzig");
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(page.getByRole("status")).toHaveText("490 Treffer");
    await page.getByRole("button", { name: "Nächste Seite" }).click();
    await expect(page.getByText("21 bis 40 von 490")).toBeVisible();
    expect(page.url()).not.toMatch(/leipzig|filiale/i);
    await page.getByLabel("Suchen").fill("nirgends");
    await page.getByRole("button", { name: "Suchen" }).click();
    await expect(page.getByText("Dazu finden wir nichts")).toBeVisible();
  });

  await test.step("a phone finds its site by typing", async () => {
    await page.goto("/account");
    await page.getByRole("link", { name: "Telefonnummer hinzufügen" }).click();
    await page.getByLabel("Telefon", { exact: true }).fill("0341 9876543");
    const typed = page.getByRole("textbox", { name: /Gehört zu welchem Standort/ });
    await typed.fill("Hamburg");
    await checkAnswers(page);
    await expect(typed).toHaveAccessibleDescription(/Diesen Standort finden wir nicht/);
    await typed.fill("Müllheim");
    await checkAnswers(page);
    await expect(page.getByRole("alert")).toContainText("Das passt auf mehrere Standorte");
    await page.getByRole("radio", { name: "Filiale 051" }).check();
    await checkAnswers(page);
    await expect(page.getByText("gehört jetzt zum Standort „Filiale 051“")).toBeVisible();
    await saveForReference(page);
  });

  await test.step("one press confirms them all", async () => {
    await page.goto("/account");
    await page.getByRole("button", { name: "Ja, alle 504 Angaben stimmen" }).click();
    await expect(page.getByRole("status")).toContainText("Alles ist bestätigt");
    expect(await confirmedToday(company)).toBe(504);
  });
});

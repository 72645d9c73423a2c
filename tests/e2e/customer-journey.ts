import { answer, checkAnswers, detail, line, saveForReference } from "../support/browser-account.ts";
import { customers, staff } from "../support/browser-actors.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { askForCode, typeCode } from "../support/browser-sign-in.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expect, test } from "../support/browser.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

test("a customer corrects their details without scripts on a narrow screen", async ({ page, signedIn }) => {
  const { marie } = customers;
  const title = page.getByRole("heading", { level: 1 });

  await test.step("signs in with a code", async () => {
    await page.goto("/");
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Anmelden" }).click();
    await expectNoSidewaysScroll(page);
    const code = await inbox.code(marie.email, () => askForCode(page, marie.email));
    await expectNoSidewaysScroll(page);
    await typeCode(page, code);
  });

  await test.step("sees what the company holds", async () => {
    await expect(title).toHaveText("Stimmen Ihre Angaben noch?");
    await expect(page.getByRole("article").filter({ hasText: "Festnetz" })).toContainText("030 231255578");
    await expect(page.getByRole("article").filter({ hasText: "Rechnungsadresse" })).toContainText("Lindenstraße 5");
    await expectNoSidewaysScroll(page);
  });

  await test.step("types the corrections", async () => {
    await page.getByRole("link", { name: "Angaben ändern" }).click();
    await expectNoSidewaysScroll(page);
    await line(page, "Telefon · Festnetz").fill("(030) 2312-55580");
    const address = detail(page, "Rechnungsadresse");
    await address.getByLabel("Straße und Hausnummer").fill("Ahornallee 7");
    await address.getByLabel("Postleitzahl").fill("D-14050");
    await page.getByText("Telefon, Fax oder E-Mail hinzufügen").click();
    await line(page, "Fax").fill("030 2312 55581");
    await checkAnswers(page);
  });

  await test.step("checks them, and goes back once to what was typed", async () => {
    await expect(title).toHaveText("Ist das richtig?");
    await expectNoSidewaysScroll(page);
    await expect(answer(page, "Telefon · Festnetz")).toContainText("030 231255580");
    await expect(answer(page, "Rechnungsadresse")).toContainText("14050 Berlin");
    await expect(answer(page, "Fax")).toContainText("030 231255581");
    await page.getByRole("button", { name: "Noch etwas ändern" }).click();
    await expect(line(page, "Telefon · Festnetz")).toHaveValue("030 231255580");
    await expect(page.getByLabel("Straße und Hausnummer")).toHaveValue("Ahornallee 7");
    await expect(line(page, "Fax")).toHaveValue("030 231255581");
    await page.getByLabel("Straße und Hausnummer").fill("Ahornallee 8");
    await checkAnswers(page);
    await expect(answer(page, "Rechnungsadresse")).toContainText("Ahornallee 8");
  });

  const reference = await test.step("saves, and gets a reference", async () => {
    const saved = await saveForReference(page);
    await expect(page.getByText("Eine Bestätigung ist per E-Mail unterwegs.")).toBeVisible();
    await expectNoSidewaysScroll(page);
    return saved;
  });

  await test.step("gets a receipt that hides the old values", async () => {
    const receipt = await inbox.mail(marie.email, new RegExp(reference));
    for (const part of [receipt.text, receipt.html]) {
      expect(part).toContain("Ahornallee 8");
      expect(part).toContain("030 231255580");
      expect(part).toContain("030 231255581");
      expect(part).toContain("+49 ••• ••78");
      expect(part).not.toMatch(/Lindenstraße|231255578|14163/);
    }
  });

  await test.step("finds the change in the history", async () => {
    await page.getByRole("link", { name: "Verlauf" }).click();
    const entry = page.locator("section").filter({ hasText: reference });
    await expect(entry).toContainText("Sie, online");
    await expect(answer(page, "Rechnungsadresse").first()).toContainText("Lindenstraße 5");
    await expectNoSidewaysScroll(page);
  });

  await test.step("and an agent sees it too", async () => {
    const desk = await signedIn(staff.jana);
    await desk.goto(`/desk/customers/${marie.accountNumber}`);
    await expect(desk.getByRole("main")).toContainText("030 231255580");
    await expect(desk.getByRole("main")).toContainText(reference);
  });
});

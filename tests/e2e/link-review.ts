import { answer } from "../support/browser-account.ts";
import { customers, staff } from "../support/browser-actors.ts";
import { inbox, linkIn } from "../support/browser-inbox.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
const { holzwurm } = customers;

test("the holder of a reminder's link corrects a number and an address without signing in, once", async ({ page, signedIn }) => {
  const queue = await signedIn(staff.clara, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } });
  await queue.goto("/desk/outreach");
  await queue.getByRole("checkbox", { name: holzwurm.name }).check();
  await queue.getByRole("button", { name: "Erinnerungen senden" }).click();
  const link = linkIn(await inbox.mail(holzwurm.email, /Stimmen Ihre Kontaktdaten noch\?/), "/review/");

  await test.step("opening it changes nothing and shows nothing whole", async () => {
    await page.goto(link);
    await page.goto(link);
    await expect(page.getByRole("article").filter({ hasText: "Mobil" })).toContainText("•••");
    await expect(page.getByRole("main")).not.toContainText(holzwurm.email);
    await expectNoSidewaysScroll(page);
  });
  await test.step("an answer without anything, and one that says two things, are explained", async () => {
    await page.getByRole("link", { name: "Etwas hat sich geändert" }).click();
    await checkAnswers(page);
    await expect(page.getByRole("alert")).toContainText("Haken Sie etwas an");
    await page.getByRole("checkbox").first().check();
    await detail(page, "Telefon · Mobil").getByText("Neue Nummer eingeben").click();
    await numberField(page, "Mobil").fill("12");
    await checkAnswers(page);
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(1);
    await expect(numberField(page, "Mobil")).toHaveValue("12");
    await expect(page.getByRole("checkbox").first()).toBeChecked();
    await expectNoSidewaysScroll(page);
  });
  await test.step("emails and names are not to be changed here", async () => {
    await expect(page.getByRole("textbox", { name: /E-Mail|Firmenname/ })).toHaveCount(0);
    await expect(detail(page, "E-Mail")).toContainText("Ändern können Sie das nur angemeldet.");
  });
  await test.step("what was typed is shown again before it is saved, and can be corrected", async () => {
    await numberField(page, "Mobil").fill("0171 2345678");
    const house = detail(page, "Rechnungsadresse");
    await house.getByText("Neue Adresse eingeben").click();
    await house.getByLabel("Straße").first().fill("Neue Gasse 5");
    await house.getByLabel("Postleitzahl").fill("90402");
    await house.getByLabel("Ort").fill("Nürnberg");
    await checkAnswers(page);
    await expect(page.getByText(/^Die neue Adresse gilt ab/)).toBeVisible();
    await expect(answer(page, "Rechnungsadresse")).toContainText("Neue Gasse 5");
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Noch etwas ändern" }).click();
    await expect(detail(page, "Rechnungsadresse").getByLabel("Ort")).toHaveValue("Nürnberg");
    await checkAnswers(page);
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vielen Dank, das ist gespeichert");
    await expect(page.getByRole("main")).not.toContainText("Neue Gasse");
  });
  await test.step("the number counts, the address waits for seven days, and the owner is told of both", async () => {
    const desk = await signedIn(staff.miriam, { javaScriptEnabled: true, viewport: { width: 1280, height: 800 } });
    await desk.goto(`/desk/customers/${holzwurm.accountNumber}`);
    await expect(desk.getByRole("main")).toContainText("0171 2345678");
    expect((await inbox.mail(holzwurm.email, /^Ihre Kontaktdaten wurden aktualisiert/)).text.replace(/\D/g, "")).toContain("1712345678");
  });
  await test.step("the link is used up, and says what it did", async () => {
    await page.goto(link);
    await expect(page.getByRole("button", { name: /^Ja, / })).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vielen Dank, das ist gespeichert");
    await page.goto(`${link}/corrections`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vielen Dank, das ist gespeichert");
  });
});

test("a link that is not ours opens nothing", async ({ page }) => {
  expect((await page.goto("/review/7f9c24e8-3b12-4fef-91e0-5d8e0d2f1a11/guessed"))?.status()).toBe(404);
  expect((await page.goto("/review/no-id/guessed"))?.status()).toBe(404);
});

function detail(page: Page, heading: string) {
  return page.getByRole("group", { name: heading, exact: true });
}

function numberField(page: Page, place: string) {
  return page.getByRole("group", { name: `Telefon · ${place}` }).locator("input[type=tel]");
}

async function checkAnswers(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
}

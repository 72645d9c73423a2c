import { staff } from "../support/browser-actors.ts";
import { passedCheck, tickAll } from "../support/browser-caller-check.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { expect, type Page, test } from "../support/browser.ts";

test("at the counter an agent adds a shipping address with its label and who receives there", async ({ signedIn }) => {
  const customer = await ownCustomer({ kind: "company", sites: 1 });
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await details(page).getByRole("link", { name: "Lieferadresse hinzufügen" }).click();
  await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  await page.locator("[name='detail.value.lines[0]']").fill("Am Hafen 9");
  await page.locator("[name='detail.value.postcode']").fill("2045");
  await page.locator("[name='detail.value.city']").fill("Hamburg");
  await page.locator("[name='detail.value.contact']").fill("Frau Öz");

  await test.step("what is missing is told beside its field, and what was typed stays", async () => {
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(2);
    await expect(page.getByLabel("Bezeichnung")).toHaveAccessibleDescription(/Geben Sie der Adresse eine Bezeichnung/);
    await expect(page.getByRole("radio", { name: /Ausweis gesehen/ })).toBeChecked();
    await expect(page.locator("[name='detail.value.contact']")).toHaveValue("Frau Öz");
  });
  await page.getByLabel("Bezeichnung").fill("Lager Hafen");
  await page.locator("[name='detail.value.postcode']").fill("20457");
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();

  await test.step("the way back keeps all of it", async () => {
    await page.getByRole("button", { name: "Noch etwas ändern" }).click();
    await expect(page.getByLabel("Bezeichnung")).toHaveValue("Lager Hafen");
    await expect(page.getByRole("radio", { name: /Ausweis gesehen/ })).toBeChecked();
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  });
  await save(page);
  await expect(details(page)).toContainText("Am Hafen 9, 20457 Hamburg, Ansprechperson: Frau Öz");
  await expect(details(page)).toContainText("Lager Hafen");
});

test("on a call a number is put to its site and read back, and a site goes without what belongs to it", async ({ signedIn }) => {
  const customer = await ownCustomer({ kind: "company", sites: 2 });
  const page = await signedIn(staff.jana, { viewport: { width: 400, height: 800 } });
  await passedCheck(staff.jana, customer);
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await details(page).getByRole("link", { name: /^Ändern Telefon/ }).click();
  await expectNoSidewaysScroll(page);
  await page.getByLabel("Bezeichnung").fill("Rampe");
  await page.getByLabel("Gehört zu welchem Standort?").selectOption({ label: "Filiale 1 Leipzig" });
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lesen Sie es vor");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(2);
  await tickAll(page);
  await save(page);
  await expect(details(page)).toContainText("Telefon · Rampe");

  await details(page).getByRole("link", { name: /^Ändern Lieferadresse · Filiale 1/ }).click();
  await page.getByRole("checkbox", { name: "Entfernen: Lieferadresse" }).check();
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await page.getByRole("button", { name: "Noch etwas ändern" }).click();
  await expect(page.getByRole("checkbox", { name: "Entfernen: Lieferadresse" })).toBeChecked();
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await tickAll(page);
  await save(page);
  await expect(details(page)).not.toContainText("Filiale 1 Leipzig");
  await expect(details(page)).toContainText("Telefon · Rampe");
});

test("a detail that was corrected after its page was opened is not removed unseen", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  const other = await signedIn(staff.tobias);
  for (const opened of [page, other]) {
    await opened.goto(`/desk/customers/${customer.accountNumber}`);
    await details(opened).getByRole("link", { name: /^Ändern Telefon/ }).click();
    await opened.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  }
  await other.getByRole("textbox", { name: "Telefon" }).fill("030 23125077");
  await other.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await save(other);

  await page.getByRole("checkbox", { name: "Entfernen: Telefon" }).check();
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jemand war schneller");
  await expect(page.getByRole("radio", { name: /^030 23125077/ })).toBeChecked();
});

test("without a check nothing goes on, and nobody finds another customer's detail", async ({ signedIn }) => {
  const [customer, other] = [await ownCustomer({ sites: 1 }), await ownCustomer()];
  const page = await signedIn(staff.tobias);
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await details(page).getByRole("link", { name: /^Ändern Lieferadresse/ }).click();
  await page.getByLabel("Bezeichnung").fill("Lager");
  await page.getByRole("radio", { name: /^Am Telefon/ }).check();
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(1);
  await expect(page.getByLabel("Bezeichnung")).toHaveValue("Lager");

  const elsewhere = new URL(page.url()).pathname.replace(customer.accountNumber, other.accountNumber);
  expect((await page.goto(elsewhere))?.status()).toBe(404);
  expect((await (await signedIn(customer)).goto(elsewhere))?.status()).toBe(403);
});

function details(page: Page) {
  return page.getByRole("region", { name: "Angaben" }).first();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" })).toBeVisible();
}

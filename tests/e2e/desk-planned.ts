import { addDays, format } from "date-fns";
import { staff } from "../support/browser-actors.ts";
import { passedCheck, tickAll } from "../support/browser-caller-check.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { expect, type Page, test } from "../support/browser.ts";

const dayAhead = (days: number) => format(addDays(new Date(), days), "yyyy-MM-dd");

test("what is planned for a day ahead stands on the record, is altered at the counter, and called off on a call", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana, { viewport: { width: 400, height: 800 } });
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await details(page).getByRole("link", { name: "Ändern Rechnungsadresse" }).click();
  await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  await street(page).fill("Karl-Liebknecht-Straße 7");
  await page.locator("[name='detail.value.postcode']").fill("04107");
  await page.locator("[name='detail.value.city']").fill("Leipzig");
  await page.getByLabel(/^Ab welchem Tag/).fill(dayAhead(30));
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await save(page);
  await expect(details(page)).toContainText("Boxhagener Straße 41");
  await expect(planned(page)).toHaveText(/^Ab .*: Karl-Liebknecht-Straße 7, 04107 Leipzig/);

  await test.step("the page of the detail says it too, and leads to what is planned", async () => {
    await details(page).getByRole("link", { name: "Ändern Rechnungsadresse" }).click();
    await expect(street(page)).toHaveValue("Boxhagener Straße 41");
    await page.getByRole("link", { name: /^Geplante Änderung ansehen/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Geplante Änderung");
    await expectNoSidewaysScroll(page);
  });

  await test.step("altered, it counts from another day", async () => {
    await expect(street(page)).toHaveValue("Karl-Liebknecht-Straße 7");
    await expect(page.getByLabel(/^Ab welchem Tag/)).toHaveValue(dayAhead(30));
    await page.getByLabel(/^Ab welchem Tag/).fill("");
    await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(1);
    await page.getByLabel(/^Ab welchem Tag/).fill(dayAhead(60));
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await page.getByRole("button", { name: "Noch etwas ändern" }).click();
    await expect(page.getByLabel(/^Ab welchem Tag/)).toHaveValue(dayAhead(60));
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await save(page);
    await expect(planned(page)).toHaveCount(1);
  });

  await test.step("called off, it takes a check of the caller, is read back, and is gone", async () => {
    await details(page).getByRole("link", { name: /^Geplante Änderung ansehen/ }).click();
    await street(page).fill("Karl-Liebknecht-Straße 8");
    await page.getByRole("checkbox", { name: "Änderung absagen" }).check();
    await page.getByRole("radio", { name: /^Am Telefon/ }).check();
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(1);
    await expect(page.getByRole("checkbox", { name: "Änderung absagen" })).toBeChecked();
    await expect(street(page)).toHaveValue("Karl-Liebknecht-Straße 8");
    await passedCheck(staff.jana, customer);
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await expect(page.getByRole("main")).toContainText("abgesagt: der Wechsel am");
    await page.getByRole("button", { name: "Noch etwas ändern" }).click();
    await expect(page.getByRole("checkbox", { name: "Änderung absagen" })).toBeChecked();
    await expect(street(page)).toHaveValue("Karl-Liebknecht-Straße 7");
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(2);
    await page.getByRole("button", { name: "Noch etwas ändern" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Geplante Änderung");
    await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
    await tickAll(page);
    await save(page);
    await expect(details(page)).toContainText("Boxhagener Straße 41");
    await expect(planned(page)).toHaveCount(0);
  });
});

test("two who deal with the same plan: the second sees what the first planned", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  await plan(page, customer.accountNumber, 30);
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await details(page).getByRole("link", { name: /^Geplante Änderung ansehen/ }).click();
  await page.getByRole("checkbox", { name: "Änderung absagen" }).check();
  await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  const other = await signedIn(staff.tobias);
  await plan(other, customer.accountNumber, 90);

  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jemand war schneller");
  const [theirs, mine] = [page.getByRole("radio", { name: /^030 2312590/ }), page.getByRole("radio", { name: /^030 23125014/ })];
  await expect(theirs).toHaveAccessibleName(/gilt ab /);
  await expect(mine).toHaveAccessibleName(/abgesagt: der Wechsel am /);
  await mine.check();
  await page.getByRole("button", { name: "Auswahl speichern" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" })).toBeVisible();
  await expect(planned(page)).toHaveCount(0);
});

test("what is not planned any more is told where somebody alters it, who loses nothing that was typed", async ({ signedIn }) => {
  const customer = await ownCustomer({ moving: true });
  const page = await signedIn(staff.jana);
  const other = await signedIn(staff.tobias);
  for (const opened of [page, other]) {
    await opened.goto(`/desk/customers/${customer.accountNumber}`);
    await details(opened).getByRole("link", { name: /^Geplante Änderung ansehen/ }).click();
    await opened.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  }
  await street(page).fill("Karl-Liebknecht-Straße 9");
  await other.getByRole("checkbox", { name: "Änderung absagen" }).check();
  await other.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await save(other);

  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Das ist nicht mehr geplant" })).toBeVisible();
  await expect(street(page)).toHaveValue("Karl-Liebknecht-Straße 9");
});

/** Plans another phone number, at the counter. */
async function plan(page: Page, accountNumber: string, days: number): Promise<void> {
  await page.goto(`/desk/customers/${accountNumber}`);
  await details(page).getByRole("link", { name: "Ändern Telefon" }).click();
  await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  await page.getByRole("textbox", { name: "Telefon" }).fill(`030 23125${days}`);
  await page.getByLabel(/^Ab welchem Tag/).fill(dayAhead(days));
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await save(page);
}

function street(page: Page) {
  return page.locator("[name='detail.value.lines[0]']");
}

function planned(page: Page) {
  return details(page).getByText(/^Ab \d/);
}

function details(page: Page) {
  return page.getByRole("region", { name: "Angaben" }).first();
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" })).toBeVisible();
}

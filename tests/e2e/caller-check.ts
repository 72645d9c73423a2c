import { customers, staff } from "../support/browser-actors.ts";
import { passedCheck } from "../support/browser-caller-check.ts";
import { inbox } from "../support/browser-inbox.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { wrongCode } from "../support/browser-sign-in.ts";
import { expect, test } from "../support/browser.ts";

test("a caller reads out the code that came by email", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${customer.accountNumber}/caller-check`);
  const code = await inbox.code(customer.email, () => page.getByRole("button", { name: "Code senden" }).click());
  const field = page.getByRole("textbox", { name: /^Code aus einer E-Mail/ });
  await field.fill(wrongCode(code));
  await field.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Das stimmt nicht." })).toBeVisible();
  await field.fill(code);
  await field.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Geprüft." })).toBeVisible();
  await expect(page.getByRole("group").first()).toContainText(/Code aus einer E-Mail · noch (30|29) Minuten/);
});

test("the panel works without scripts", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana, { javaScriptEnabled: false });
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await page.getByRole("heading", { name: "Wer ruft an?" }).click();
  await page.getByRole("textbox", { name: /^Postleitzahl/ }).fill("?");
  await page.getByRole("textbox", { name: /^Postleitzahl/ }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Das kann keine Antwort sein");
  await expect(page.getByRole("textbox", { name: /^Postleitzahl/ })).toHaveValue("?");
  await page.getByRole("textbox", { name: /^Postleitzahl/ }).fill("10 245");
  await page.getByRole("textbox", { name: /^Postleitzahl/ }).press("Enter");
  await expect(page.getByRole("status")).toContainText("Richtig: 1 von 3 Punkten.");
});

test("five wrong answers lock the check, and a supervisor passes it with a reason", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const [agent, supervisor] = [await signedIn(staff.tobias), await signedIn(staff.miriam)];
  await agent.goto(`/desk/customers/${customer.accountNumber}`);
  await agent.getByRole("heading", { name: "Wer ruft an?" }).click();
  for (let made = 1; made <= 5; made += 1) {
    await agent.getByRole("textbox", { name: /^Postleitzahl/ }).fill("99999");
    await Promise.all([agent.waitForResponse(/answers/), agent.getByRole("textbox", { name: /^Postleitzahl/ }).press("Enter")]);
  }
  await expect(agent.getByRole("status").filter({ hasText: "Zu viele falsche Antworten" })).toBeVisible();
  await expect(agent.getByRole("textbox", { name: /^Postleitzahl/ })).toHaveCount(0);

  await supervisor.goto(`/desk/customers/${customer.accountNumber}`);
  await supervisor.getByRole("heading", { name: "Wer ruft an?" }).click();
  await supervisor.getByLabel("Prüfung von").selectOption({ label: `${staff.tobias.name} (0 Punkte)` });
  await supervisor.getByRole("button", { name: "Bestehen lassen" }).click();
  await expect(supervisor.getByRole("status").filter({ hasText: /Begründung|Grund/ })).toBeVisible();
  await supervisor.getByLabel("Begründung").fill("Ausweis per Fax gesehen");
  await supervisor.getByRole("button", { name: "Bestehen lassen" }).click();
  await expect(supervisor.getByRole("status").filter({ hasText: "bestanden" })).toBeVisible();

  await agent.reload();
  await expect(agent.getByRole("group").first()).toContainText("Freigabe der Teamleitung");
});

test("the record shows what callers are asked once they have passed", async ({ signedIn }) => {
  const customer = await ownCustomer({ birthDate: "1961-05-03" });
  const page = await signedIn(staff.miriam);
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  const born = page.getByRole("definition").filter({ hasText: /^erst nach der Prüfung$|1961/ });
  await expect(born).toHaveText("erst nach der Prüfung");
  await page.getByRole("heading", { name: "Wer ruft an?" }).click();
  await page.getByLabel("Begründung").fill("Stimme erkannt");
  await page.getByRole("button", { name: "Bestehen lassen" }).click();
  await expect(page.getByRole("status").filter({ hasText: "bestanden" })).toBeVisible();
  await expect(born).toContainText("1961");
});

test("a check that runs out while it is read back loses nothing", async ({ signedIn }) => {
  const customer = await ownCustomer();
  await passedCheck(staff.gergo, customer);
  const page = await signedIn(staff.gergo, { locale: "de" });
  await page.goto(`/desk/customers/${customer.accountNumber}/edit`);
  await page.getByRole("group", { name: "Telefon" }).first().getByRole("textbox").fill("030 23125888");
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lesen Sie es vor");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  const second = await signedIn(staff.gergo, { locale: "de" });
  await second.goto(`/desk/customers/${customer.accountNumber}/caller-check`);
  await second.getByRole("button", { name: "Gespräch beendet" }).click();
  await expect(second.getByRole("status").filter({ hasText: "beendet" })).toBeVisible();

  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("alert")).toContainText("Prüfen Sie zuerst, wer anruft.");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await passedCheck(staff.gergo, customer);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" })).toBeVisible();
});

test("an agent takes a change back from the history, and the customer sees both", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const [page, owner] = [await signedIn(staff.jana), await signedIn(customer)];
  await owner.goto(`/account/${customer.id}/edit`);
  await owner.getByRole("textbox", { name: /^Telefon/ }).first().fill("030 23125777");
  await owner.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await owner.getByRole("button", { name: "Speichern" }).click();
  await expect(owner.getByText("Ihre Vorgangsnummer:")).toBeVisible();

  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await page.getByRole("link", { name: /^Zurücknehmen/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Diese Änderung zurücknehmen?");
  await page.getByRole("button", { name: "Zurücknehmen" }).click();
  await expect(page.getByRole("alert")).toContainText("Geben Sie an, wo die Kundin oder der Kunde ist.");
  await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  await page.getByRole("button", { name: "Zurücknehmen" }).click();
  const saved = page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" });
  const reference = (await saved.locator("strong").innerText()).trim();
  await expect(page.getByRole("region", { name: "Verlauf" }).first()).toContainText("Nimmt zurück:");
  await expect(page.getByRole("region", { name: "Angaben" }).first()).toContainText("030 23125014");

  await owner.goto(`/account/${customer.id}/history`);
  await expect(owner.getByText(`Zurückgenommen mit ${reference}`)).toBeVisible();
});

test("another address that said the same changes only where the agent says so", async ({ signedIn }) => {
  const customer = await ownCustomer({ kind: "company", sites: 1 });
  const page = await signedIn(staff.jana);
  const edit = async () => {
    await page.goto(`/desk/customers/${customer.accountNumber}/edit`);
    await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  };
  const billing = page.getByRole("group", { name: "Rechnungsadresse" });
  await edit();
  await billing.locator("[name$='lines[0]']").fill("Torgauer Straße 1");
  await billing.locator("[name$='city']").fill("Leipzig");
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" })).toBeVisible();

  await edit();
  await billing.locator("[name$='lines[0]']").fill("Am Markt 5");
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("radio", { name: "Nein, nur diese" })).toBeChecked();
  await page.getByRole("radio", { name: /^Ja, auch dort/ }).check();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("region", { name: "Angaben" }).first().getByText("Am Markt 5")).toHaveCount(2);
});

test("an admin sets what is asked", async ({ signedIn }) => {
  const page = await signedIn(staff.oliver, { locale: "de" });
  await page.goto("/desk/admin/caller-check");
  await page.getByLabel("Sperre in Minuten").fill("ewig");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("alert")).toContainText("1–10080");
  await expect(page.getByLabel("Sperre in Minuten")).toHaveValue("ewig");
  await page.getByLabel("Sperre in Minuten").fill("60");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("status")).toContainText("Gespeichert.");
  await expect(page.getByText(`Zuletzt geändert von ${staff.oliver.name}`)).toBeVisible();
});

test("nobody else finds that page", async ({ signedIn }) => {
  const page = await signedIn(staff.miriam);
  expect((await page.goto("/desk/admin/caller-check"))?.status()).toBe(403);
  expect((await (await signedIn(customers.anna)).goto(`/desk/customers/${customers.anna.accountNumber}/caller-check`))?.status()).toBe(403);
});

import { checkAnswers, line, openEdit, save, saveForReference } from "../support/browser-account.ts";
import { customers, staff } from "../support/browser-actors.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.describe("two people change the same detail at once", () => {
  test("the second sees both values, and may keep the first", async ({ signedIn }) => {
    const [first, second] = [await signedIn(customers.felix), await signedIn(customers.felix)];
    await openEdit(first);
    await openEdit(second);
    await correctPhone(first, "Telefon · Büro", "0451 1112001");
    await correctPhone(second, "Telefon · Büro", "0451 1112002");
    await saveForReference(first);
    await save(second);
    await expectConflict(second, "0451 1112001", "0451 1112002");
    await second.getByRole("radio", { name: /0451 1112001/ }).check();
    await second.getByRole("button", { name: "Auswahl speichern" }).click();
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Angaben noch?");
    await expect(second.getByRole("article").filter({ hasText: "Büro" })).toContainText("0451 1112001");
  });

  test("or choose their own, and what nobody else touched is saved with it", async ({ signedIn }) => {
    const [first, second] = [await signedIn(customers.sabine), await signedIn(customers.sabine)];
    await openEdit(first);
    await openEdit(second);
    await correctPhone(first, "Telefon · Festnetz", "040 66960001");
    await line(second, "Telefon · Mobil").fill("015812 177404");
    await correctPhone(second, "Telefon · Festnetz", "040 66960002");
    await saveForReference(first);
    await save(second);
    await expectConflict(second, "040 66960001", "040 66960002");
    await second.getByRole("radio", { name: /040 66960002/ }).check();
    await second.getByRole("button", { name: "Auswahl speichern" }).click();
    await expect(second.getByText("Ihre Vorgangsnummer:")).toBeVisible();
    await second.goto("/account");
    await expect(second.getByRole("article").filter({ hasText: "Festnetz" })).toContainText("040 66960002");
    await expect(second.getByRole("article").filter({ hasText: "Mobil" })).toContainText("015812 177404");
  });

  test("a customer and an agent, too", async ({ signedIn }) => {
    const { sepp } = customers;
    const [owner, agent] = [await signedIn(sepp), await signedIn(staff.jana)];
    await openEdit(owner);
    await agent.goto(`/desk/customers/${sepp.accountNumber}/edit`);
    await agent.getByRole("radio", { name: /^Am Schalter, Ausweis/ }).check();
    await correctPhone(agent, "Telefon · Mobil", "+43 676 5558701");
    await correctPhone(owner, "Telefon · Mobil", "+43 676 5558702");
    await saveForReference(owner);
    await save(agent);
    await expectConflict(agent, "676 5558702", "676 5558701");
    await expect(agent.getByRole("radio", { name: "676 5558702" })).toHaveAccessibleName(/durch die Kundin oder den Kunden, online/);
    await agent.getByRole("radio", { name: "676 5558701" }).check();
    await agent.getByRole("button", { name: "Auswahl speichern" }).click();
    await expect(agent.getByRole("heading", { level: 1 })).toHaveText(sepp.name);
    await expect(agent.getByRole("region", { name: "Angaben" }).first()).toContainText("676 5558701");
  });
});

async function correctPhone(page: Page, heading: string, typed: string): Promise<void> {
  await line(page, heading).fill(typed);
  await checkAnswers(page);
}

async function expectConflict(page: Page, theirs: string, yours: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jemand war schneller");
  await expect(page.getByRole("radio", { name: theirs })).toBeChecked();
  await expect(page.getByRole("radio", { name: theirs })).toHaveAccessibleName(/Inzwischen gespeichert/);
  await expect(page.getByRole("radio", { name: yours })).toHaveAccessibleName(/Ihre Eingabe/);
}

import { staff } from "../support/browser-actors.ts";
import { newCustomer } from "../support/browser-customers.ts";
import { arrowTo, tabTo, untilHydrated } from "../support/browser-keyboard.ts";
import { newTaskFor, taskRow } from "../support/browser-tasks.ts";
import { expect, test } from "../support/browser.ts";

test("a task is claimed, released, claimed again and closed by keyboard alone", async ({ signedIn }) => {
  const customer = await newCustomer("person");
  await newTaskFor(customer);
  const page = await signedIn(staff.jana);
  const { keyboard } = page;
  await page.goto("/desk/tasks?which=overdue");
  await untilHydrated(page);
  const row = taskRow(page, customer.accountNumber);
  await expect(row).toContainText("vor 3 Stunden");

  await test.step("with arrows and c, and the row keeps the focus", async () => {
    await arrowTo(page, row.getByRole("link"));
    await keyboard.press("c");
    await expect(page.getByRole("status")).toContainText("Sie haben die Aufgabe übernommen.");
    await expect(row.getByRole("button", { name: "Zurückgeben" })).toBeVisible();
    await expect(row.getByRole("link")).toBeFocused();
  });

  await test.step("with r back to the list", async () => {
    await keyboard.press("r");
    await expect(page.getByRole("status")).toContainText("Die Aufgabe ist wieder frei.");
    await expect(row.getByRole("button", { name: "Übernehmen" })).toBeVisible();
  });

  await test.step("with Enter to its page, where c works too", async () => {
    await expect(row.getByRole("link")).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("„Das war ich nicht“");
    await untilHydrated(page);
    await keyboard.press("c");
    await expect(page.getByText("Sie arbeiten daran.")).toBeVisible();
  });

  await test.step("and is closed with what was done", async () => {
    await tabTo(page, page.getByLabel("Was getan wurde"));
    await keyboard.type("Rückruf: alles in Ordnung, c und r im Text sind nur Buchstaben");
    await keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("Die Aufgabe ist erledigt.");
    await expect(taskRow(page, customer.accountNumber)).toHaveCount(0);
  });
});

test("of two who claim the same task the second is told who has it, and a supervisor hands it on", async ({ signedIn }) => {
  const customer = await newCustomer("person");
  await newTaskFor(customer);
  const [jana, tobias, miriam] = [await signedIn(staff.jana), await signedIn(staff.tobias), await signedIn(staff.miriam)];
  await Promise.all([jana, tobias].map((page) => page.goto("/desk/tasks?which=unclaimed")));

  await taskRow(jana, customer.accountNumber).getByRole("button", { name: "Übernehmen" }).click();
  await expect(jana.getByRole("status")).toContainText("Sie haben die Aufgabe übernommen.");
  await taskRow(tobias, customer.accountNumber).getByRole("button", { name: "Übernehmen" }).click();
  await expect(tobias.getByRole("status")).toContainText("Diese Aufgabe hat inzwischen jemand anderes übernommen.");
  await expect(tobias.getByRole("status")).toContainText("Jana Krüger");
  await expect(tobias.getByRole("button", { name: "Erledigt" })).toHaveCount(0);

  await miriam.goto("/desk/tasks");
  await taskRow(miriam, customer.accountNumber).getByRole("link").click();
  await miriam.getByLabel("An eine Person geben").selectOption({ label: "Tobias Brandt · Kundendienst" });
  await miriam.getByRole("button", { name: "Übergeben" }).click();
  await expect(miriam.getByRole("status")).toContainText("Tobias Brandt");
  await tobias.goto("/desk/tasks?which=mine");
  await expect(taskRow(tobias, customer.accountNumber)).toBeVisible();
});

test("filters are links with counts, and what waits elsewhere has its way there", async ({ signedIn }) => {
  const customer = await newCustomer("person");
  await newTaskFor(customer);
  const page = await signedIn(staff.miriam);
  await page.goto("/desk/tasks");
  const lists = page.getByRole("navigation", { name: "Liste" });
  await expect(lists.getByRole("link", { name: /^Offen/ })).toHaveAttribute("aria-current", "page");
  await lists.getByRole("link", { name: /^Überfällig \d+$/ }).click();
  await expect(page).toHaveURL(/which=overdue/);
  await page.getByRole("navigation", { name: "Für wen" }).getByRole("link", { name: /^Teamleitung/ }).click();
  await expect(taskRow(page, customer.accountNumber)).toHaveCount(0);
  await page.getByRole("navigation", { name: "Für wen" }).getByRole("link", { name: /^Kundenservice/ }).click();
  await expect(taskRow(page, customer.accountNumber)).toBeVisible();
  await page.getByRole("navigation", { name: "Abteilung" }).getByRole("link", { name: /^Logistik/ }).click();
  await expect(taskRow(page, customer.accountNumber)).toHaveCount(0);
});

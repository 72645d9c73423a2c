import { randomInt } from "node:crypto";
import { customers, staff } from "../support/browser-actors.ts";
import { newCustomer } from "../support/browser-customers.ts";
import { inbox, linkIn } from "../support/browser-inbox.ts";
import { newTaskFor, taskRow } from "../support/browser-tasks.ts";
import { expect, test } from "../support/browser.ts";

test("somebody is invited, works, is deactivated, and is out with the next click", async ({ signedIn, page }) => {
  const name = `Petra ${randomInt(1_000_000)}`;
  const email = `petra.${randomInt(100_000_000)}@kartei.example.com`;
  const admin = await signedIn(staff.oliver, { locale: "de" });
  await admin.goto("/desk/admin/staff");

  await test.step("a form with faults keeps what was typed", async () => {
    await admin.getByRole("link", { name: "Jemanden einladen" }).click();
    await admin.getByLabel("Name").fill(name);
    await admin.getByLabel("E-Mail-Adresse").fill(staff.jana.email);
    await admin.getByRole("radio", { name: /^Kundenservice/ }).check();
    await admin.getByRole("button", { name: "Einladung senden" }).click();
    await expect(admin.getByLabel("E-Mail-Adresse")).toHaveAccessibleDescription(/Mit dieser Adresse arbeitet hier schon jemand\./);
    await expect(admin.getByLabel("Name")).toHaveValue(name);
    await expect(admin.getByRole("radio", { name: /^Kundenservice/ })).toBeChecked();
  });

  await admin.getByLabel("E-Mail-Adresse").fill(email);
  await admin.getByLabel("Abteilung").selectOption({ label: "Logistik" });
  await admin.getByRole("button", { name: "Einladung senden" }).click();
  await expect(admin.getByRole("status")).toContainText("Die Einladung ist unterwegs.");
  const profile = admin.url().split("?")[0] ?? "";

  await test.step("another invitation waits ten minutes", async () => {
    await admin.getByRole("button", { name: "Einladung noch einmal senden" }).click();
    await expect(admin.getByRole("status")).toContainText("Die letzte Einladung ist noch keine zehn Minuten alt.");
  });

  await test.step("the mail leads to the desk", async () => {
    const mail = await inbox.mail(email, /Ihr Zugang/);
    await page.goto(linkIn(mail, "/sign-in"));
    const code = await inbox.code(email, async () => {
      await page.getByLabel("Ihre E-Mail-Adresse").fill(email);
      await page.getByRole("button", { name: "Code anfordern" }).click();
    });
    await page.getByLabel("Code aus acht Ziffern").fill(code);
    await page.getByRole("button", { name: "Anmelden", exact: true }).click();
    await expect(page).toHaveURL(/\/desk$/);
    await page.goto(`/desk/customers/${customers.anna.accountNumber}`);
  });

  const customer = await newCustomer("person");
  await newTaskFor(customer);
  await page.goto("/desk/tasks");
  await taskRow(page, customer.accountNumber).getByRole("button", { name: "Übernehmen" }).click();

  await test.step("the admin sees whose records they looked at, and what they have in hand", async () => {
    await admin.goto(profile);
    await expect(admin.getByRole("region", { name: "Angesehene Karten" })).toContainText(customers.anna.name);
    await admin.getByRole("link", { name: "Deaktivieren …" }).click();
    await expect(admin.getByRole("region", { name: "Was sie in Arbeit hat" })).toContainText(customer.name);
    await admin.getByRole("button", { name: "Deaktivieren" }).click();
    await expect(admin.getByRole("status")).toContainText("Die Person kommt nicht mehr herein.");
  });

  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmelden");
  await admin.goto("/desk/tasks");
  await expect(taskRow(admin, customer.accountNumber).getByRole("button", { name: "Übernehmen" })).toBeVisible();
  await admin.goto("/desk/admin/staff");
  await expect(admin.getByRole("region", { name: "Was geändert wurde" }).getByRole("row").filter({ hasText: name })).toHaveCount(2);
});

test("the last admin keeps the role, and the page says why", async ({ signedIn }) => {
  const admin = await signedIn(staff.oliver, { locale: "de" });
  await admin.goto("/desk/admin/staff");
  await admin.getByRole("main").getByRole("link", { name: staff.oliver.name }).click();
  await admin.getByRole("radio", { name: /^Teamleitung/ }).check();
  await admin.getByRole("button", { name: "Speichern" }).click();
  await expect(admin.getByRole("alert")).toContainText("Ohne diese Person könnte niemand mehr verwalten.");
  await admin.goto(`${admin.url().replace(/\/profile$/, "")}/deactivation`);
  await admin.getByRole("button", { name: "Deaktivieren" }).click();
  await expect(admin.getByRole("alert")).toContainText("Ohne diese Person könnte niemand mehr verwalten.");
});

test("a department is added and renamed, and tasks and concerns know it", async ({ signedIn }) => {
  const name = `Zoll ${randomInt(1_000_000)}`;
  const admin = await signedIn(staff.oliver, { locale: "de" });
  await admin.goto("/desk/admin/staff/departments");
  await admin.getByRole("button", { name: "Hinzufügen" }).click();
  await expect(admin.getByLabel("Neue Abteilung")).toHaveAccessibleDescription(/Geben Sie der Abteilung einen Namen\./);
  await admin.getByLabel("Neue Abteilung").fill(name);
  await admin.getByRole("button", { name: "Hinzufügen" }).click();
  const item = admin.getByRole("listitem").filter({ hasText: name });
  await item.getByText("Umbenennen …").click();
  await item.getByLabel("Name der Abteilung").fill(`${name} & Export`);
  await item.getByRole("button", { name: "Speichern" }).click();
  await expect(admin.getByRole("main")).toContainText(`${name} & Export`);
  for (const path of ["/desk/tasks", "/desk/concerns"]) {
    await admin.goto(path);
    await expect(admin.getByRole("navigation", { name: "Abteilung" })).toContainText(`${name} & Export`);
  }
});

test("who looked at a record is for supervisors to see", async ({ signedIn }) => {
  const customer = await newCustomer("person");
  const jana = await signedIn(staff.jana);
  await jana.goto(`/desk/customers/${customer.accountNumber}`);
  await expect(jana.getByRole("link", { name: "Wer hat das angesehen?" })).toHaveCount(0);
  expect((await jana.goto(`/desk/customers/${customer.accountNumber}/views`))?.status()).toBe(403);
  const miriam = await signedIn(staff.miriam);
  await miriam.goto(`/desk/customers/${customer.accountNumber}`);
  await miriam.getByRole("link", { name: "Wer hat das angesehen?" }).click();
  const rows = miriam.getByRole("region", { name: "Angesehen von" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Miriam Seidel");
  await expect(rows.nth(2)).toContainText("Jana Krüger");
});

test("where the sign-in service knows no second step, the page says so", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto("/desk/tasks");
  await page.getByRole("banner").getByRole("link", { name: staff.jana.name }).click();
  await expect(page.getByRole("main")).toContainText("Hier gibt es keinen zweiten Schritt");
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});

test("nobody but an admin opens the pages about staff", async ({ signedIn }) => {
  for (const who of [staff.jana, staff.miriam, staff.clara, customers.anna]) {
    const page = await signedIn(who);
    for (const path of ["/desk/admin/staff", "/desk/admin/staff/new", "/desk/admin/staff/departments"]) expect((await page.goto(path))?.status(), path).toBe(403);
  }
});

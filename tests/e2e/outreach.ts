import { customers, staff } from "../support/browser-actors.ts";
import { inbox, linkIn } from "../support/browser-inbox.ts";
import { askForCode, typeCode } from "../support/browser-sign-in.ts";
import { expect, test } from "../support/browser.ts";

test("a reminder is sent, answered with one press, and the customer leaves the queue", async ({ signedIn, page }) => {
  const { dmitri } = customers;
  const queue = await signedIn(staff.clara);

  await test.step("outreach staff select and send", async () => {
    await queue.goto("/desk/outreach");
    const row = queue.getByRole("row").filter({ hasText: dmitri.accountNumber });
    await expect(row).toContainText("per E-Mail");
    await expect(row).toContainText("noch nie bestätigt");
    await queue.getByRole("checkbox", { name: dmitri.name }).check();
    await queue.getByRole("button", { name: "Erinnerungen senden" }).click();
    await expect(queue.getByRole("status")).toContainText("Die Erinnerungen sind unterwegs");
    await expect(queue.getByRole("status")).toContainText("Eine E-Mail wird verschickt.");
    await expect(queue.getByRole("checkbox", { name: dmitri.name })).toHaveCount(0);
  });

  const reminder = await inbox.mail(dmitri.email, /Stimmen Ihre Kontaktdaten noch\?/);
  await test.step("the mail shows masked values only", () => {
    expect(reminder.text).toContain("+49 ••• ••68");
    expect(reminder.text).not.toMatch(/721\s?1174868|Beethovenstraße/);
  });

  await test.step("its link leads to what is to be looked at, masked and without signing in, and one press answers", async () => {
    await page.goto(linkIn(reminder, "/review/"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stimmt das noch?");
    await expect(page.getByRole("main")).toContainText("+49 ••• ••68");
    await expect(page.getByRole("main")).not.toContainText(/721\s?1174868|Beethovenstraße/);
    await page.getByRole("button", { name: /^Ja, .*stimm/ }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vielen Dank, das ist gespeichert");
  });

  await test.step("beside it the mail leads through sign-in to the same details in full", async () => {
    await typeCode(page, await inbox.code(dmitri.email, () => askForCode(page, dmitri.email, linkIn(reminder, "/sign-in"))));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Angaben noch?");
    await expect(page.getByText("lange nicht bestätigt worden")).toBeHidden();
  });

  await test.step("the record says that it was answered", async () => {
    const desk = await signedIn(staff.miriam);
    await desk.goto(`/desk/customers/${dmitri.accountNumber}`);
    await expect(desk.getByRole("region", { name: "Erinnerungen" })).toContainText("beantwortet");
    await expect(desk.getByRole("region", { name: "Verlauf" }).first()).toContainText("bestätigt");
  });
});

test("sending without a selection is explained", async ({ signedIn }) => {
  const queue = await signedIn(staff.clara);
  await queue.goto("/desk/outreach");
  await queue.getByRole("button", { name: "Erinnerungen senden" }).click();
  await expect(queue.getByRole("alert")).toContainText("Wählen Sie mindestens eine Kundin oder einen Kunden.");
});

test("outreach staff see the queue and no records; agents see records and no queue", async ({ signedIn }) => {
  const clara = await signedIn(staff.clara);
  for (const path of ["/desk", `/desk/customers/${customers.anna.accountNumber}`, "/desk/tasks", "/desk/written-changes"]) {
    expect((await clara.goto(path))?.status(), path).toBe(403);
  }
  const jana = await signedIn(staff.jana);
  expect((await jana.goto("/desk/outreach"))?.status()).toBe(403);
});

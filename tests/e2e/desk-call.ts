import { customers, staff } from "../support/browser-actors.ts";
import { newCustomer } from "../support/browser-customers.ts";
import { tabTo, untilHydrated } from "../support/browser-keyboard.ts";
import { expect, type Page, test } from "../support/browser.ts";

const { anna } = customers;

test.describe("a phone system opens the desk", () => {
  for (const from of ["+493023125014", "%2B49%2030%2023125014", "tel:+49-30-23125014", "0049 30 23125014"]) {
    test(`at the record of the only one with the number ${from}`, async ({ signedIn }) => {
      const page = await signedIn(staff.jana);
      const caller = await onlyOneWith(from);
      await page.goto(`/desk/call?from=${caller.from}`);
      await expect(page).toHaveURL(`/desk/customers/${caller.accountNumber}`);
    });
  }

  test("with the number in no address but the first, and forgets it", async ({ signedIn }) => {
    const page = await signedIn(staff.jana);
    const addresses: string[] = [];
    page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
    await page.goto("/desk/call?from=%2B999000111222");
    await expect(page).toHaveURL("/desk");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Niemand gefunden");
    expect(addresses.slice(1).filter((address) => address.includes("000111222"))).toEqual([]);
    await page.goto("/desk");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Um wen geht es?");
  });

  test("where several share the number, to choose", async ({ signedIn }) => {
    const number = `+4940${Date.now().toString().slice(-8)}`;
    const both = [await newCustomer("person", [{ kind: "fax", value: number }]), await newCustomer("person", [{ kind: "fax", value: number }])];
    const page = await signedIn(staff.jana);
    await page.goto(`/desk/call?from=${encodeURIComponent(number)}`);
    for (const { accountNumber } of both) await expect(page.getByRole("listitem").filter({ hasText: accountNumber })).toContainText("Telefon oder Fax");
  });

  test("of somebody who has to sign in first, without showing the number on the way", async ({ page }) => {
    await page.goto("/desk/call?from=%2B493023125014");
    await expect(page).toHaveURL("/sign-in?to=%2Fdesk");
  });

  for (const from of ["anonymous", "", "Weber"]) {
    test(`at the search where the number is withheld: "${from}"`, async ({ signedIn }) => {
      const page = await signedIn(staff.jana);
      await page.goto(`/desk/call?from=${from}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Um wen geht es?");
    });
  }

  /** A customer whose number in that writing nobody else has. */
  async function onlyOneWith(from: string) {
    const own = String(Math.floor(Math.random() * 9e7) + 1e7);
    const { accountNumber } = await newCustomer("person", [{ kind: "phone", value: `+4930${own}` }]);
    return { accountNumber, from: from.replace("23125014", own) };
  }
});

test("what stands on paper leads right to the record", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${anna.accountNumber}`);
  const number = (await page.getByRole("region", { name: "Belege" }).getByRole("listitem").first().locator(".font-ref").innerText()).trim();
  await page.goto("/desk");
  await search(page, number.toLowerCase().replaceAll("-", " "));
  await expect(page).toHaveURL(`/desk/customers/${anna.accountNumber}`);
});

test("two digits swapped still find the account", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto("/desk");
  await search(page, "14415928");
  await expect(page.getByRole("listitem").filter({ hasText: anna.accountNumber })).toContainText("ähnliche Kundennummer");
});

test("a caller whom nobody knows is entered, by keyboard alone, and somebody alike is looked at first", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  const { keyboard } = page;
  const known = await newCustomer("person");
  const family = `Neuling${known.accountNumber}`;
  await page.goto("/desk");
  await untilHydrated(page);

  await test.step("the search finds nobody and offers to enter them, with the name where it belongs", async () => {
    await keyboard.type(`Ida ${family}`);
    await Promise.all([page.waitForEvent("load"), keyboard.press("Enter")]);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Niemand gefunden");
    await untilHydrated(page);
    await tabTo(page, page.getByRole("button", { name: "Neue Kundin, neuer Kunde" }));
    await Promise.all([page.waitForEvent("load"), keyboard.press("Enter")]);
    await expect(page.getByRole("textbox", { name: "Vorname" })).toHaveValue("Ida");
    await expect(page.getByRole("textbox", { name: "Nachname" })).toHaveValue(family);
    expect(page.url()).not.toContain(family);
  });

  await test.step("what is missing is told beside its field", async () => {
    await untilHydrated(page);
    await type(page, "Postleitzahl", "04347");
    await Promise.all([page.waitForEvent("load"), keyboard.press("Enter")]);
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page.getByRole("textbox", { name: /^Postleitzahl/ })).toHaveValue("04347");
    await expect(page.getByRole("alert")).toContainText("Straße");
  });

  await test.step("whoever has the number already is shown, and must be looked at", async () => {
    await untilHydrated(page);
    await type(page, "Straße und Hausnummer", "Torgauer Straße 9");
    await type(page, "Ort", "Leipzig");
    await type(page, "Telefon", "030 23125014");
    await Promise.all([page.waitForEvent("load"), keyboard.press("Enter")]);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ist das richtig?");
    await expect(page.getByRole("list", { name: "Steht die Person oder Firma schon in der Kartei?" }).getByRole("listitem").first()).toContainText("Telefon oder Fax");
    await untilHydrated(page);
    await tabTo(page, page.getByRole("button", { name: "Anlegen" }));
    await Promise.all([page.waitForEvent("load"), keyboard.press("Enter")]);
    await expect(page.getByRole("alert")).toContainText("Bestätigen Sie, dass es niemand davon ist");
  });

  await test.step("then the customer stands on record, with the reference to read out", async () => {
    await untilHydrated(page);
    await tabTo(page, page.getByRole("checkbox"));
    await keyboard.press("Space");
    await tabTo(page, page.getByRole("button", { name: "Anlegen" }));
    await keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Ida ${family}`);
    await expect(page.getByRole("status").filter({ hasText: "Das Zeichen zum Vorlesen:" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Angaben" })).toContainText("030 23125014");
  });
});

test("an email address of somebody new waits for its code", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  const email = `neu.${Date.now()}@example.org`;
  await page.goto("/desk");
  await search(page, email);
  await page.getByRole("button", { name: "Neue Kundin, neuer Kunde" }).click();
  await expect(page.getByRole("textbox", { name: "E-Mail" })).toHaveValue(email);
  await page.getByRole("radio", { name: "Firma" }).check();
  await page.getByRole("textbox", { name: "Firmenname" }).fill(`Neuland ${Date.now()} GmbH`);
  await page.getByRole("textbox", { name: "Straße und Hausnummer" }).fill("Torgauer Straße 9");
  await page.getByRole("textbox", { name: /^Postleitzahl/ }).fill("04347");
  await page.getByRole("textbox", { name: "Ort" }).fill("Leipzig");
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("main")).toContainText("gilt, sobald der Code von dort zurückkommt");
  await page.getByRole("button", { name: "Anlegen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcher Code steht in der E-Mail?");
});

async function type(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, page.getByRole("textbox", { name: new RegExp(`^${label}`) }));
  await page.keyboard.type(text);
}

async function search(page: Page, typed: string): Promise<void> {
  const box = page.getByRole("searchbox", { name: "Kundin oder Kunden finden" });
  await box.fill(typed);
  await Promise.all([page.waitForEvent("load"), box.press("Enter")]);
}

import { checkAnswers, detail, line, openEdit } from "../support/browser-account.ts";
import { customers, staff } from "../support/browser-actors.ts";
import { untilHydrated } from "../support/browser-keyboard.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { expect, type Locator, type Page, test } from "../support/browser.ts";

const control = "Der Text enthält unsichtbare Zeichen, die wir nicht speichern können";
const tooLong = "Das ist zu lang. Bitte kürzen Sie es.";
const noSuchNumber = "Diese Nummer gibt es nicht.";
const oneAddress = "Bitte geben Sie eine einzelne E-Mail-Adresse ein";
const addressOnly = "Bitte geben Sie nur die Adresse ein";
const sql = "'; drop table customers; --";
const html = "<script>alert(1)</script>";

type Case = readonly [what: string, typed: string, message: string];

/** By input: what is refused there, and the beginning of the sentence beside it. */
const refusals: { field: string; input: (page: Page) => Locator; cases: Case[] }[] = [
  {
    field: "first name",
    input: (page) => detail(page, "Name").getByLabel("Vorname"),
    cases: [
      ["too long", "ä".repeat(101), tooLong],
      ["a bell", "Jörg\u0007", control],
      ["a mail header", "Jörg\nBcc: alle@example.com", control],
    ],
  },
  {
    field: "street",
    input: (page) => page.getByLabel("Straße und Hausnummer"),
    cases: [
      ["empty", "", "Bitte geben Sie Straße und Hausnummer ein."],
      ["nothing to see", "\u200b \u00ad", "Bitte geben Sie Straße und Hausnummer ein."],
      ["too long", "😀".repeat(101), tooLong],
      ["an escape", "Am Markt \u001b[2J", control],
    ],
  },
  {
    field: "postcode",
    input: (page) => page.getByLabel("Postleitzahl"),
    cases: [
      ["empty", "", "Bitte geben Sie die Postleitzahl ein."],
      ["Austria's", "1010", "Deutsche Postleitzahlen haben fünf Ziffern"],
      ["Britain's", "SW1A 1AA", "Deutsche Postleitzahlen haben fünf Ziffern"],
      ["emoji", "🏠", "Deutsche Postleitzahlen haben fünf Ziffern"],
      ["markup", html, tooLong],
      ["a bell", "1024\u00073", control],
    ],
  },
  {
    field: "city",
    input: (page) => page.getByLabel("Ort", { exact: true }),
    cases: [
      ["empty", "", "Bitte geben Sie den Ort ein."],
      ["too long", "x".repeat(101), tooLong],
      ["two lines", "Berlin\nMitte", control],
    ],
  },
  {
    field: "phone",
    input: (page) => line(page, "Telefon · Mobil"),
    cases: [
      ["empty", "", "Bitte geben Sie eine Telefonnummer ein."],
      ["too short", "0815", noSuchNumber],
      ["no such country", "+999 123456789", noSuchNumber],
      ["letters", "ruf mich an", noSuchNumber],
      ["from right to left", "رقم الهاتف", noSuchNumber],
      ["emoji", "☎️☎️☎️", noSuchNumber],
      ["markup", html, noSuchNumber],
      ["SQL", sql, noSuchNumber],
      ["an extension", "030 231250 Durchwahl 14", "Bitte geben Sie die Nummer ohne Nebenstelle an"],
      ["too long", "0".repeat(61), tooLong],
      ["a bell", "030 23125\u0007014", control],
    ],
  },
  {
    field: "one more fax",
    input: (page) => line(page, "Fax"),
    cases: [
      ["too short", "12", noSuchNumber],
      ["no such country", "+210 5551234", noSuchNumber],
      ["SQL", sql, noSuchNumber],
    ],
  },
  {
    field: "email",
    input: (page) => line(page, "E-Mail").first(),
    cases: [
      ["empty", "", "Bitte geben Sie eine E-Mail-Adresse ein."],
      ["no address", "kein-at.example.com", oneAddress],
      ["no domain", "joerg@localhost", oneAddress],
      ["two addresses", "a@example.com, b@example.com", oneAddress],
      ["emoji", "😀@example.com", oneAddress],
      ["SQL", `${sql}@example.com`, oneAddress],
      ["a display name", "Jörg <a@example.com>", addressOnly],
      ["markup", html, addressOnly],
      ["too long", `${"a".repeat(250)}@example.com`, tooLong],
      ["a mail header", "a@example.com\nBcc: alle@example.com", control],
      ["an encoded line break is no line break", "a%0d%0aBcc:b@example.com", oneAddress],
    ],
  },
];

test.describe("what cannot be saved is told beside its field, and stays as typed", () => {
  for (const { field, input, cases } of refusals) {
    test(field, async ({ signedIn }) => {
      const page = await signedIn(customers.joerg);
      await openEdit(page);
      await page.getByText("Telefon, Fax oder E-Mail hinzufügen").click();
      // Something right beside it must not be saved either.
      await line(page, "Telefon · Büro").fill("030 231255999");
      for (const [what, typed, message] of cases) {
        await test.step(what, async () => {
          await typeRaw(input(page), typed);
          await checkAnswers(page);
          await expect(input(page)).toHaveAccessibleDescription(new RegExp(escaped(message)));
          await expect(input(page)).toHaveAttribute("aria-invalid", "true");
          await expect(page.getByRole("alert").getByRole("link")).toHaveCount(1);
          await expect(page.getByRole("alert")).toContainText(message);
          expect(await input(page).getAttribute("value") ?? "").toBe(typed);
          await expect(line(page, "Telefon · Büro")).toHaveValue("030 231255999");
        });
      }
      await page.goto("/account");
      await expect(page.getByRole("main")).not.toContainText("231255999");
    });
  }

  test("a name of which nothing is left", async ({ signedIn }) => {
    const page = await signedIn(customers.joerg);
    await openEdit(page);
    await detail(page, "Name").getByLabel("Vorname").fill("");
    await detail(page, "Name").getByLabel("Nachname").fill("  ");
    await checkAnswers(page);
    await expect(detail(page, "Name").getByLabel("Vorname")).toHaveAccessibleDescription(/Bitte geben Sie einen Vornamen, einen Nachnamen oder beides ein\./);
  });

  test("a company's name", async ({ signedIn }) => {
    const page = await signedIn(customers.holzbau);
    for (const [typed, message] of [["", "Bitte geben Sie den Namen des Unternehmens ein."], ["x".repeat(201), tooLong], ["Holz\u0000bau", control]] as const) {
      await openEdit(page);
      await typeRaw(line(page, "Name"), typed);
      await checkAnswers(page);
      await expect(line(page, "Name")).toHaveAccessibleDescription(new RegExp(escaped(message)));
    }
  });

  test("everything at once, each beside its own field", async ({ signedIn }) => {
    const page = await signedIn(customers.joerg);
    await openEdit(page);
    await page.getByLabel("Postleitzahl").fill("1010");
    await page.getByLabel("Ort", { exact: true }).fill("");
    await line(page, "Telefon · Mobil").fill("0815");
    await checkAnswers(page);
    await expect(page.getByRole("alert").getByRole("link")).toHaveText([/^Deutsche Postleitzahlen/, /^Bitte geben Sie den Ort ein/, /^Diese Nummer gibt es nicht/]);
    await page.getByRole("alert").getByRole("link").first().click();
    await expect(page.getByLabel("Postleitzahl")).toBeFocused();
  });
});

test("the sign-in page explains a bad address", async ({ page }) => {
  for (const [typed, message] of [
    ["", "Bitte geben Sie eine E-Mail-Adresse ein."],
    ["kein-at", oneAddress],
    ["Anna <anna@example.com>", addressOnly],
    ["a@example.com\nBcc: b@example.com", control],
    [`${"a".repeat(250)}@example.com`, tooLong],
  ] as const) {
    await page.goto("/sign-in");
    await typeRaw(page.getByLabel("Ihre E-Mail-Adresse"), typed);
    await page.getByRole("button", { name: "Code anfordern" }).click();
    await expect(page.getByLabel("Ihre E-Mail-Adresse")).toHaveAccessibleDescription(new RegExp(escaped(message)));
  }
});

for (const { locale, phone, check, message } of [
  { locale: "en", phone: "Phone · Mobil", check: "Check and go on", message: "There is no such number" },
  { locale: "hu", phone: "Telefon · Mobil", check: "Tovább az ellenőrzéshez", message: "Ilyen szám nem létezik" },
] as const) {
  test(`messages come in the language of the page: ${locale}`, async ({ signedIn }) => {
    const page = await signedIn(customers.joerg, { locale });
    await page.goto("/account");
    await page.goto(`${page.url()}/edit`);
    await line(page, phone).fill("0815");
    await page.getByRole("button", { name: check }).click();
    await expect(line(page, phone)).toHaveAccessibleDescription(new RegExp(message));
  });
}

test("whoever goes on below a list of faults before the scripts have run keeps the focus", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${customer.accountNumber}/details/new/phone`);
  await page.getByRole("radio", { name: /Ausweis gesehen/ }).check();
  const scripts = Promise.withResolvers<void>();
  await page.route("**/assets/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  const number = page.getByRole("textbox", { name: "Telefon" });
  await number.click();
  await page.keyboard.type("030 2312");
  scripts.resolve();
  await untilHydrated(page);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await page.keyboard.type("5014");
  await expect(number).toHaveValue("030 23125014");
});

/** Types what a browser's own field would not take, such as a line break. */
async function typeRaw(input: Locator, typed: string): Promise<void> {
  if (!typed.includes("\n")) return input.fill(typed);
  await input.evaluate((field: HTMLInputElement, value) => {
    const area = document.createElement("textarea");
    area.name = field.name;
    area.defaultValue = value;
    field.replaceWith(area);
  }, typed);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import { customers, staff } from "../support/browser-actors.ts";
import { apply, check, column, count, germanFile, unusedAccount, upload, type UploadedFile } from "../support/browser-imports.ts";
import { inbox } from "../support/browser-inbox.ts";
import { tabTo } from "../support/browser-keyboard.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { askForCode, typeCode } from "../support/browser-sign-in.ts";
import { expect, type Page, test } from "../support/browser.ts";
import { useProduct } from "../support/product.ts";

// One import changes customers at a time.
test.describe.configure({ mode: "default" });

const header = "Kundennr;Firmenbezeichnung;Straße;PLZ;Ort;Telefon;E-Mail;Zuletzt bestätigt";
const company = (account: string, name: string, phone = "030 / 231250-14") => `${account};${name};Süße Allee 1;10115;Berlin;${phone};;31.12.2024`;
const admin = { ...staff.oliver, locale: "de" } as const;

test("an admin imports a German file: mapped, checked, mended, applied, taken back", async ({ signedIn }) => {
  const page = await signedIn(admin);
  const [good, bad] = [unusedAccount(), unusedAccount()];
  const fileName = `Kunden März ${good}.csv`;

  await test.step("the file is read as it was written", async () => {
    await upload(page, germanFile([header, company(good, "Überlandwerk Öhringen GmbH"), company(bad, "Größe & Maß KG", "4711"), company(good, "Zweimal AG")], fileName));
    await expect(page.getByText("Gelesen als WINDOWS-1252, getrennt durch Strichpunkt, 3 Zeilen.")).toBeVisible();
    await expect(column(page, "Kundennr")).toHaveValue("account_number");
    await expect(column(page, "Firmenbezeichnung")).toHaveValue("");
    await expect(page.getByRole("row", { name: /Firmenbezeichnung/ })).toContainText("Überlandwerk Öhringen GmbH");
  });

  await test.step("columns that do not go together come back as they were chosen", async () => {
    await column(page, "Kundennr").selectOption("");
    await column(page, "Firmenbezeichnung").selectOption({ label: "Firma" });
    await column(page, "Ort").selectOption({ label: "Postleitzahl" });
    await page.getByLabel("Monat zuerst: 5. April").check();
    await page.getByLabel("Den der Datei nehmen").check();
    await page.getByRole("button", { name: "Prüfen, ohne etwas zu ändern" }).click();
    const summary = page.getByRole("alert");
    await expect(summary).toContainText("Ordnen Sie der Kundennummer eine Spalte zu.");
    await expect(summary).toContainText("Zwei Spalten sollen dasselbe enthalten: Postleitzahl.");
    await expect(column(page, "Firmenbezeichnung")).toHaveValue("company");
    await expect(column(page, "Ort")).toHaveAccessibleDescription(/Zwei Spalten sollen dasselbe enthalten/);
    await expect(page.getByLabel("Monat zuerst: 5. April")).toBeChecked();
    await expect(page.getByLabel("Den der Datei nehmen")).toBeChecked();
    await summary.getByRole("link", { name: /Kundennummer/ }).click();
    await expect(column(page, "Kundennr")).toBeFocused();
    await column(page, "Kundennr").selectOption({ label: "Kundennummer" });
    await column(page, "Ort").selectOption({ label: "Ort" });
    await page.getByLabel("Tag zuerst: 4. Mai").check();
  });

  await test.step("the check reports each bad line and changes nothing", async () => {
    await check(page);
    await expect(count(page, "neue Kunden")).toHaveText("1");
    await expect(count(page, "fehlerhafte Zeilen")).toHaveText("2");
    const faults = page.getByRole("table", { name: "Fehlerhafte Zeilen" });
    await expect(faults.getByRole("row", { name: /^3 / })).toContainText("Telefon:");
    await expect(faults.getByRole("row", { name: /^4 / })).toContainText("Diese Kundennummer stand schon in Zeile 2.");
    expect((await page.request.get(`/desk/customers/${good}`)).status()).toBe(404);
  });

  const mended = await test.step("the bad lines come as a file that can be mended", async () => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Fehlerhafte Zeilen als Datei" }).click()]);
    const text = await readFile(await file.path(), "utf8");
    const lines = text.trimEnd().split("\r\n");
    expect(lines[0]).toBe(`\ufeff${header.replaceAll(";", ",")},line,problem`);
    expect(lines.slice(1)).toEqual([
      expect.stringMatching(new RegExp(`^${bad},Größe & Maß KG,Süße Allee 1,10115,Berlin,4711,,31.12.2024,3,"?Telefon: `)),
      expect.stringMatching(new RegExp(`^${good},Zweimal AG,.*,4,"?Kundennummer: Diese Kundennummer stand schon in Zeile 2`)),
    ]);
    return text.replace("4711", "030 231250-15");
  });

  await test.step("the good ones are applied", async () => {
    await apply(page, "Die guten Zeilen übernehmen");
    await expect(count(page, "neue Kunden")).toHaveText("1");
    await page.goto(`/desk/customers/${good}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Überlandwerk Öhringen GmbH");
    await expect(page.getByRole("main")).toContainText("Süße Allee 1");
  });

  await test.step("the mended file needs no mapping again", async () => {
    await upload(page, { name: "bad-lines.csv", mimeType: "text/csv", buffer: Buffer.from(mended) });
    await expect(page.getByText("Die Zuordnung ist die vom letzten Mal")).toBeVisible();
    await expect(column(page, "Firmenbezeichnung")).toHaveValue("company");
    await expect(column(page, "problem")).toHaveValue("");
    await page.getByLabel("Den der Datei nehmen").check();
    await check(page);
    await expect(count(page, "neue Kunden")).toHaveText("1");
    await expect(count(page, "geänderte Kunden")).toHaveText("1");
    await apply(page);
    await page.goto(`/desk/customers/${bad}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Größe & Maß KG");
  });

  await test.step("the first can no longer be taken back, since the second built on it", async () => {
    await page.goto("/desk/admin/imports");
    await page.getByRole("link", { name: fileName }).click();
    await page.getByRole("button", { name: "Den ganzen Import zurücknehmen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Das geht nicht mehr");
    await expect(page.getByRole("main")).toContainText(good);
  });

  await test.step("the second can", async () => {
    await page.goto("/desk/admin/imports");
    await page.getByRole("link", { name: "bad-lines.csv" }).first().click();
    await page.getByRole("button", { name: "Den ganzen Import zurücknehmen" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/(?<!wird )zurückgenommen/, { timeout: 20_000 });
    expect((await page.request.get(`/desk/customers/${bad}`)).status()).toBe(404);
    await page.goto(`/desk/customers/${good}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Überlandwerk Öhringen GmbH");
  });
});

test("a large file shows how far it is, pauses and goes on", async ({ signedIn }) => {
  const page = await signedIn(admin);
  await upload(page, germanFile([header.replace("Firmenbezeichnung", "Firma"), ...Array.from({ length: 6000 }, (_, at) => company(unusedAccount(), `Masse ${at} GmbH`))], "masse.csv"));
  await check(page);
  await page.getByRole("button", { name: "Jetzt übernehmen" }).click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Anhalten" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("angehalten");
  await page.getByRole("button", { name: "Fortsetzen" }).click();
  await expect(page.getByRole("heading", { name: "Was der Import getan hat" })).toBeVisible({ timeout: 60_000 });
  await expect(count(page, "neue Kunden")).toHaveText("6.000");
  await page.getByRole("button", { name: "Den ganzen Import zurücknehmen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/(?<!wird )zurückgenommen/, { timeout: 60_000 });
});

test("the keyboard alone is enough", async ({ signedIn }) => {
  const page = await signedIn(admin);
  await upload(page, germanFile(["Kundennummer;Firma", `${unusedAccount()};Tastatur GmbH`]));
  await press(page, "Prüfen, ohne etwas zu ändern");
  await expect(page.getByRole("heading", { name: "Was der Import tun würde" })).toBeVisible({ timeout: 30_000 });
  await press(page, "Jetzt übernehmen");
  await expect(page.getByRole("heading", { name: "Was der Import getan hat" })).toBeVisible({ timeout: 30_000 });
});

test("an import that was discarded stays on the list and does nothing any more", async ({ signedIn }) => {
  const page = await signedIn(admin);
  await upload(page, germanFile(["Kundennummer;Firma", `${unusedAccount()};Doch nicht GmbH`], "doch nicht.csv"));
  await check(page);
  const address = page.url();
  const stale = await page.context().newPage();
  await stale.goto(address);
  await page.getByRole("button", { name: "Verwerfen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("verworfen");
  await stale.getByRole("button", { name: "Jetzt übernehmen" }).click();
  await expect(stale.getByText("Jemand war schneller")).toBeVisible();
  await page.goto("/desk/admin/imports");
  await expect(page.getByRole("row", { name: /doch nicht\.csv/ }).first()).toContainText("verworfen");
});

test("what is no CSV file is told beside the field", async ({ signedIn }) => {
  const page = await signedIn(admin);
  await page.goto("/desk/admin/imports");
  await page.getByRole("button", { name: "Datei hochladen" }).click();
  await expect(page.getByLabel("CSV-Datei")).toHaveAccessibleDescription(/Wählen Sie eine Datei aus\./);

  const files: [string, Buffer, RegExp][] = [
    ["kunden.xlsx", Buffer.concat([Buffer.from("PK\u0003\u0004", "latin1"), Buffer.alloc(40_000_000, 7)]), /Das ist eine Arbeitsmappe/],
    ["bild.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), /Das ist keine Textdatei/],
    ["leer.csv", Buffer.from(""), /In der Datei steht nichts/],
    ["breit.csv", Buffer.from(Array.from({ length: 201 }, (_, at) => `c${at}`).join(";")), /mehr als 200 Spalten/],
    ["endlos.csv", Buffer.from(`Kundennummer;Firma\n1;a\n2;"b\n${"3;c\n".repeat(100_000)}`), /Zeile 3 hört nicht auf/],
  ];
  for (const [name, buffer, message] of files) {
    await upload(page, { name, mimeType: "text/csv", buffer });
    await expect(page.getByLabel("CSV-Datei"), name).toHaveAccessibleDescription(message);
  }
});

test("only an admin's own form uploads, and nobody else sees the pages", async ({ page, signedIn }) => {
  const { siteUrl } = await useProduct();
  const large: UploadedFile = { name: "x.csv", mimeType: "text/csv", buffer: Buffer.from(`Kundennummer;Firma\n${"12345678;Muster GmbH\n".repeat(250_000)}`) };
  const send = (by: Page, headers: Record<string, string>, file = large) => by.request.post("/desk/admin/imports", { headers, multipart: { file }, maxRedirects: 0 });
  const oliver = await signedIn(admin);
  const imports = async () => {
    await oliver.goto("/desk/admin/imports");
    return oliver.getByRole("row").count();
  };
  const before = await imports();

  for (const [who, name] of [[staff.jana, "agent"], [staff.clara, "outreach"], [staff.miriam, "supervisor"], [customers.anna, "customer"]] as const) {
    const other = await signedIn(who);
    expect((await other.request.get("/desk/admin/imports")).status(), name).toBe(403);
    expect((await send(other, { origin: siteUrl })).status(), name).toBe(403);
  }
  expect((await send(oliver, { origin: "https://evil.example" })).status()).toBe(403);
  const signedOut = await send(page, { origin: siteUrl });
  expect(signedOut.status()).toBe(302);
  expect(signedOut.headers().location).toBe("/sign-in");
  for (const type of ["multipart/form-data", "multipart/form-data; boundary=", "text/plain", "application/x-www-form-urlencoded"]) {
    const answer = await oliver.request.post("/desk/admin/imports", { headers: { origin: siteUrl, "content-type": type }, data: "x" });
    expect(answer.status(), type).toBe(422);
  }
  expect(await imports()).toBe(before);
});

test("what no form of ours sends gets no answer of the site's fault", async ({ signedIn }) => {
  const { siteUrl } = await useProduct();
  const page = await signedIn(admin);
  await upload(page, germanFile(["Kundennummer;Firma", `${unusedAccount()};Verdreht GmbH`]));
  await expect(column(page, "Firma")).toBeVisible();
  const path = new URL(page.url()).pathname;
  const settings = { country: "DE", locale: "de", date_order: "dmy", conflict: "ours" };
  const forms: [string, number][] = [
    [new URLSearchParams(settings).toString(), 400],
    [`${new URLSearchParams({ ...settings, country: "de" }).toString()}&column=account_number&column=company`, 400],
    [`${new URLSearchParams(settings).toString()}&column=account_number&column=constructor`, 400],
    [`${new URLSearchParams(settings).toString()}&column=account_number`, 422],
    [`${new URLSearchParams(settings).toString()}${"&column=".repeat(150)}&column=account_number`, 422],
  ];
  for (const [data, status] of forms) {
    const answer = await page.request.post(`${path}/check`, { headers: { origin: siteUrl, "content-type": "application/x-www-form-urlencoded" }, data });
    expect(answer.status(), data).toBe(status);
  }
  for (const act of ["application", "pause", "undoing"]) {
    const answer = await page.request.post(`${path}/${act}`, { headers: { origin: siteUrl }, form: {} });
    expect(answer.url(), act).toContain("refused=import_is_elsewhere");
    expect((await page.request.post(`${path}/${act}`, { headers: { origin: "https://evil.example" }, form: {} })).status()).toBe(403);
  }
  for (const id of ["nirgends", "00000000-0000-4000-8000-000000000000", "%00"]) {
    for (const below of ["", "/bad-lines.csv"]) expect((await page.request.get(`/desk/admin/imports/${id}${below}`)).status(), id + below).toBe(404);
    expect((await page.request.post(`/desk/admin/imports/${id}/application`, { headers: { origin: siteUrl }, form: {} })).status(), id).toBe(404);
  }
});

test("whoever signs in for the first time at an imported address is asked for the account number", async ({ page, signedIn }) => {
  const [account, other] = [unusedAccount(), unusedAccount()];
  const email = `${crypto.randomUUID()}@post.example.com`;
  const oliver = await signedIn(admin);
  await upload(oliver, germanFile(["Kundennummer;Vorname;Nachname;E-Mail", `${account};Änne;Öztürk;${email}`, `${other};Fremd;Fremder;fremd.${email}`]));
  await check(oliver);
  await apply(oliver);

  await test.step("after the code, and sees nothing before", async () => {
    await typeCode(page, await inbox.code(email, () => askForCode(page, email)));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ihre Kundennummer");
    await expect(page.getByRole("main")).not.toContainText("Öztürk");
    expect(await page.locator("script").count()).toBe(0);
    await expectAccessible(page);
    for (const path of ["/account", "/desk"]) {
      await page.goto(path);
      await expect(page.getByRole("main")).not.toContainText("Öztürk");
    }
  });

  await test.step("a wrong number is told beside the field, five times", async () => {
    await page.goto("/sign-in/account");
    await number(page, "keine Nummer");
    await expect(page.getByLabel("Kundennummer")).toHaveAccessibleDescription(/Geben Sie die acht Ziffern/);
    await expect(page.getByLabel("Kundennummer")).toHaveValue("keine Nummer");
    for (let times = 0; times < 5; times += 1) {
      await number(page, other);
      await expect(page.getByRole("alert")).toContainText("Diese Nummer gehört nicht zu dieser E-Mail-Adresse.");
    }
    await number(page, account);
    await expect(page.getByRole("alert")).toContainText(/Zu viele Versuche\. Bitte versuchen Sie es um \d{1,2}:\d\d(?: Uhr)? noch einmal, oder rufen Sie uns an\./);
    await expectAccessible(page);
  });
});

test("the right account number opens the account, and later sign-ins lead straight there", async ({ page, browser, signedIn }) => {
  const account = unusedAccount();
  const email = `${crypto.randomUUID()}@post.example.com`;
  const oliver = await signedIn(admin);
  await upload(oliver, germanFile(["Kundennummer;Vorname;Nachname;E-Mail", `${account};Änne;Öztürk;${email}`]));
  await check(oliver);
  await apply(oliver);

  await typeCode(page, await inbox.code(email, () => askForCode(page, email)));
  await number(page, `${account.slice(0, 4)} ${account.slice(4)}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Angaben noch?");
  await expect(page.getByRole("banner")).toContainText("Änne Öztürk");
  await page.goto("/sign-in/account");
  await expect(page).toHaveURL(/\/account\//);

  const elsewhere = await (await browser.newContext()).newPage();
  await typeCode(elsewhere, await inbox.code(email, () => askForCode(elsewhere, email)));
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Angaben noch?");

  await oliver.getByRole("button", { name: "Den ganzen Import zurücknehmen" }).click();
  await expect(oliver.getByRole("heading", { level: 1 })).toHaveText("Das geht nicht mehr");
});

test("the pages fit a narrow screen, and axe finds no fault at any stage", async ({ signedIn }) => {
  const page = await signedIn(admin, { viewport: { width: 320, height: 640 } });
  await page.goto("/desk/admin/imports");
  await expectFits(page);
  await upload(page, germanFile([header, company(unusedAccount(), `Schmal ${"lang".repeat(30)} GmbH`), company("1", "Schlecht GmbH", "4711")], `${"sehr-langer-name-".repeat(10)}.csv`));
  await expect(column(page, "Kundennr")).toBeVisible();
  await expectFits(page);
  await column(page, "Kundennr").selectOption("");
  await page.getByRole("button", { name: "Prüfen, ohne etwas zu ändern" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expectFits(page);
  await column(page, "Kundennr").selectOption("account_number");
  await column(page, "Firmenbezeichnung").selectOption("company");
  await check(page);
  await expectFits(page);
  await page.getByText("Zuordnung ändern und noch einmal prüfen").click();
  await expectFits(page);
  await apply(page, "Die guten Zeilen übernehmen");
  await expectFits(page);
});

async function number(page: Page, typed: string): Promise<void> {
  await page.getByLabel("Kundennummer").fill(typed);
  await page.getByRole("button", { name: "Weiter" }).click();
}

/** Reaches a button with the tabulator and presses it. */
async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name });
  await expect(button).toBeVisible({ timeout: 30_000 });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
}

async function expectFits(page: Page): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
}

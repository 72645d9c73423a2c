import { expect, type Locator, type Page } from "@playwright/test";
import { customers } from "./browser-actors.ts";
import { useProduct } from "./product.ts";

// The import's pages in German, as the tests go through them.

let last = Math.floor(Math.random() * 900_000);

/** An account number that neither the demo nor another test has. */
export function unusedAccount(): string {
  last += 1;
  return `09${String(last).padStart(6, "0")}`;
}

/** A file to upload. */
export type UploadedFile = { name: string; mimeType: string; buffer: Buffer };

/** What a file is called unless its test tells. */
export const importedFile = "Kunden März.csv";

/** A CSV file as a German spreadsheet saves it. */
export function germanFile(lines: string[], name = importedFile): UploadedFile {
  return { name, mimeType: "text/csv", buffer: Buffer.from(`${lines.join("\r\n")}\r\n`, "latin1") };
}

/** Uploads a file on the page of all imports. */
export async function upload(page: Page, file: UploadedFile): Promise<void> {
  await page.goto("/desk/admin/imports");
  // forty megabytes take their time on the way to the browser
  await page.getByLabel("CSV-Datei").setInputFiles(file, { timeout: 120_000 });
  await page.getByRole("button", { name: "Datei hochladen" }).click();
}

/** Where it is said what a column holds. */
export function column(page: Page, heading: string): Locator {
  return page.getByRole("combobox", { name: `Was die Spalte ${heading} enthält` });
}

/** Has the lines checked and waits for the report. */
export async function check(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Prüfen, ohne etwas zu ändern" }).click();
  await expect(page.getByRole("heading", { name: "Was der Import tun würde" })).toBeVisible({ timeout: 30_000 });
}

/** Applies what was checked and waits for the end. */
export async function apply(page: Page, button = "Jetzt übernehmen"): Promise<void> {
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("heading", { name: "Was der Import getan hat" })).toBeVisible({ timeout: 30_000 });
}

/** How many lines a report counts under a label. */
export function count(page: Page, label: string): Locator {
  return page.locator("dl > div").filter({ has: page.locator("dt").getByText(label, { exact: true }) }).locator("dd");
}

/** An import whose columns wait to be mapped, made without the pages' words; returns its path. */
export async function receivedImport(page: Page): Promise<string> {
  const [name, phone] = [customers.anna.name.split(" "), "4711"];
  const file = germanFile([
    "Kundennummer;Vorname;Nachname;Telefon;E-Mail;Bemerkung",
    `${unusedAccount()};Neu;Neumann;;;x`,
    `${unusedAccount()};${name.join(";")};;${customers.anna.email};x`,
    `${unusedAccount()};Schlecht;Schlechter;${phone};;x`,
  ]);
  const answer = await page.request.post("/desk/admin/imports", { headers: { origin: (await useProduct()).siteUrl }, multipart: { file } });
  return new URL(answer.url()).pathname;
}

/** An import that was checked, with a bad line and a remark; returns its path. */
export async function checkedImport(page: Page): Promise<string> {
  const path = await receivedImport(page);
  const form = new URLSearchParams({ country: "DE", locale: "de", date_order: "dmy", conflict: "ours" });
  for (const field of ["account_number", "given", "family", "phone", "email", ""]) form.append("column", field);
  await page.request.post(`${path}/check`, { headers: { origin: (await useProduct()).siteUrl, "content-type": "application/x-www-form-urlencoded" }, data: form.toString() });
  await expect.poll(async () => (await page.request.get(path)).text(), { timeout: 30_000 }).toContain(`${path}/application`);
  return path;
}

/** The form over an import's columns, sent without one for the account number. */
export async function openMappingRefused(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("select[name=column]").first().selectOption("");
  await Promise.all([page.waitForEvent("load"), page.locator("main form").first().evaluate((form: HTMLFormElement) => { form.requestSubmit(); })]);
  await page.getByRole("alert").waitFor();
}

import { answer, checkAnswers, saveForReference } from "../support/browser-account.ts";
import { confirmedToday, newCustomer, putOnHold, torgauer } from "../support/browser-customers.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { expect, type Locator, type Page, test } from "../support/browser.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

const site = (label: string, more: object = {}, value: object = torgauer) => ({ kind: "shipping_address" as const, label, value: { ...value, ...more } });
const halle = { ...torgauer, lines: ["Merseburger Straße 9"], postcode: "06110", city: "Halle" };

test("a shipping address gets somebody who receives there and hints, and a second one is put first", async ({ signedIn }) => {
  const person = await newCustomer("person");
  const page = await signedIn(person);
  await page.goto("/account");
  await page.getByRole("link", { name: "Lieferadresse hinzufügen" }).click();
  await typeAddress(page, { label: "Laden", street: "Karl-Heine-Straße 12", postcode: "04229", city: "Leipzig" });
  await page.getByLabel("Ansprechperson vor Ort").fill("Ute Berg");
  await page.getByLabel("Hinweise für die Lieferung").fill("Tor 3\nab 7 Uhr");
  await checkAnswers(page);
  await expectNoSidewaysScroll(page);
  await expect(answer(page, "Lieferadresse · Laden")).toContainText("Hinweise: Tor 3 ab 7 Uhr");
  const reference = await saveForReference(page);
  await expect(answer(page, "Lieferadresse · Laden")).toContainText("Ansprechperson: Ute Berg");
  expect((await inbox.mail(person.email, new RegExp(reference))).text).toContain("Ansprechperson: Ute Berg");

  await page.goto("/account");
  await page.getByRole("link", { name: "Lieferadresse hinzufügen" }).click();
  await typeAddress(page, { label: "", street: "Am Markt 1", postcode: "04109", city: "Leipzig" });
  await checkAnswers(page);
  await expect(page.getByLabel("Bezeichnung")).toHaveAccessibleDescription(/Geben Sie der Adresse eine Bezeichnung/);
  await page.getByLabel("Bezeichnung").fill("Lager");
  await checkAnswers(page);
  await saveForReference(page);

  await page.goto("/account");
  await expect(card(page, "Lieferadresse · Laden")).toContainText("Steht an erster Stelle");
  await card(page, "Lieferadresse · Lager").getByRole("link", { name: "Ändern" }).click();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "An die erste Stelle setzen" }).click();
  await expect(answer(page, "Lieferadresse · Lager")).toContainText("steht jetzt an erster Stelle");
  await page.goto("/account");
  await expect(card(page, "Lieferadresse · Lager")).toContainText("Steht an erster Stelle");
  await expect(card(page, "Lieferadresse · Laden")).not.toContainText("Steht an erster Stelle");
});

test("a phone belongs to a site, and gets another label and site without being confirmed", async ({ signedIn }) => {
  const company = await newCustomer("company", [site("Werk Nord"), site("Werk Süd", {}, halle)]);
  const page = await signedIn(company);
  await page.goto("/account");
  await card(page, "Lieferadresse · Werk Nord").getByRole("link", { name: "Ändern" }).click();
  await page.getByRole("link", { name: "Telefonnummer hinzufügen" }).click();
  await page.getByLabel("Bezeichnung").fill("Pforte");
  await page.getByLabel("Telefon", { exact: true }).fill("0341 9876543");
  await expect(page.getByLabel("Gehört zu welchem Standort?")).toHaveValue(/./);
  await checkAnswers(page);
  await expect(answer(page, "Telefon · Pforte")).toContainText("gehört jetzt zum Standort „Werk Nord“");
  await saveForReference(page);

  await page.goto("/account");
  await card(page, "Telefon · Zentrale").getByRole("link", { name: "Ändern" }).click();
  await page.getByLabel("Bezeichnung").fill("Empfang");
  await page.getByLabel("Gehört zu welchem Standort?").selectOption("Werk Süd");
  await checkAnswers(page);
  await expect(answer(page, "Telefon · Empfang")).toContainText("heißt jetzt „Empfang“ statt „Zentrale“");
  await saveForReference(page);
  await expect(answer(page, "Telefon · Empfang")).toContainText("gehört jetzt zum Standort „Werk Süd“");
  await page.goto("/account");
  await expect(card(page, "Telefon · Empfang")).toContainText("laut übernommenen Daten");
});

test("a site goes, and what belongs to it stays or goes with it", async ({ signedIn }) => {
  const [nord, sued] = [crypto.randomUUID(), crypto.randomUUID()];
  const company = await newCustomer("company", [
    { ...site("Werk Nord"), id: nord }, { ...site("Werk Süd", {}, halle), id: sued },
    { kind: "phone", value: "+493419876543", label: "Pforte", site: nord }, { kind: "phone", value: "+493459876543", label: "Tor", site: sued },
  ]);
  const page = await signedIn(company);
  await openRemoval(page, "Lieferadresse · Werk Nord");
  await expect(page.getByRole("radio", { name: "Behalten, ohne Standort" })).toBeChecked();
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Jetzt entfernen" }).click();
  await expect(answer(page, "Telefon · Pforte")).toContainText("gehört zu keinem Standort mehr");
  await openRemoval(page, "Lieferadresse · Werk Süd");
  await page.getByRole("radio", { name: "Auch entfernen" }).check();
  await page.getByRole("button", { name: "Jetzt entfernen" }).click();
  await expect(answer(page, "Telefon · Tor")).toContainText("entfernt");
  await page.goto("/account");
  await expect(card(page, "Telefon · Pforte")).toBeVisible();
  await expect(page.getByRole("article").filter({ hasText: /Werk|· Tor/ })).toHaveCount(0);
});

test("a new billing address changes no other address, unless somebody says so", async ({ signedIn }) => {
  const company = await newCustomer("company", [site("Laden", { contact: "Ute Berg" }), site("Lager"), site("Halle", {}, halle)]);
  const page = await signedIn(company);
  await changeBilling(page, "Am Markt 1");
  await expect(page.getByRole("group", { name: /noch an 2 anderen Stellen/ })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Nein, nur diese" })).toBeChecked();
  await expectNoSidewaysScroll(page);
  await saveForReference(page);
  await expect(page.locator("dl > div")).toHaveCount(1);
  await page.goto("/account");
  await expect(card(page, "Lieferadresse · Laden")).toContainText("Torgauer Straße 231");

  await card(page, "Lieferadresse · Laden").getByRole("link", { name: "Ändern" }).click();
  await page.getByLabel("Straße und Hausnummer").fill("Am Markt 2");
  await checkAnswers(page);
  await page.getByRole("radio", { name: "Ja, auch dort: Lieferadresse · Lager" }).check();
  await saveForReference(page);
  await expect(answer(page, "Lieferadresse · Laden")).toContainText("Ansprechperson: Ute Berg");
  await expect(answer(page, "Lieferadresse · Lager")).toContainText("Am Markt 2");
  await expect(answer(page, "Lieferadresse · Lager")).not.toContainText("Ute Berg");
});

test("of several that say the same, those change that were ticked, in one update", async ({ signedIn }) => {
  const company = await newCustomer("company", [site("Laden"), site("Lager")]);
  const page = await signedIn(company);
  await changeBilling(page, "Am Markt 3");
  await page.getByRole("radio", { name: "Ja, aber nur hier:" }).check();
  await page.getByLabel("Lieferadresse · Lager", { exact: true }).check();
  await saveForReference(page);
  await expect(page.locator("dl > div")).toHaveCount(2);
  await expect(answer(page, "Lieferadresse · Lager")).toContainText("Am Markt 3");
});

test("one press confirms everything that nothing speaks against, and a card its own detail", async ({ signedIn }) => {
  const person = await newCustomer("person", [{ kind: "fax", value: "+493023125016" }]);
  await putOnHold(person, "fax", "number_dead");
  const page = await signedIn(person);
  await page.goto("/account");
  await card(page, "Telefon · Zentrale").getByRole("button", { name: "Stimmt noch" }).click();
  await expect(page.getByRole("status")).toContainText("Die Angabe ist bestätigt");
  expect(await confirmedToday(person)).toBe(1);
  await expect(card(page, "Fax")).toContainText("So lässt sich das nicht bestätigen");
  await expect(card(page, "Fax").getByRole("button")).toHaveCount(0);
  await page.getByRole("button", { name: "Ja, alle 3 Angaben stimmen" }).click();
  await expect(page.getByRole("status")).toContainText("Alles ist bestätigt");
  expect(await confirmedToday(person)).toBe(3);
  await card(page, "Fax").getByRole("link", { name: "Berichtigen" }).click();
  await expect(page.getByLabel("Fax", { exact: true })).toHaveValue("030 23125016");
});

test("what changed since the page was made is not confirmed with the rest", async ({ signedIn }) => {
  const person = await newCustomer("person");
  const [page, other] = [await signedIn(person), await signedIn(person)];
  await page.goto("/account");
  await other.goto("/account");
  await changeOne(other, "Telefon · Zentrale", "Telefon", "030 23125099");
  await saveForReference(other);
  await page.getByRole("button", { name: "Ja, alle 3 Angaben stimmen" }).click();
  await expect(page.getByRole("status")).toContainText("Inzwischen hat sich etwas geändert");
  expect(await confirmedToday(person)).toBe(1);
});

test("a change starts on a later day, is adjusted, and is called off", async ({ signedIn }) => {
  const person = await newCustomer("person");
  const page = await signedIn(person);
  await page.goto("/account");
  await card(page, "Rechnungsadresse").getByRole("link", { name: "Ändern" }).click();
  await page.getByLabel("Straße und Hausnummer").fill("Neue Allee 5");
  for (const wrong of [dayFrom(0), dayFrom(400), "2020-01-01", "bald"]) {
    await typeDay(page, wrong);
    await checkAnswers(page);
    await expect(page.getByLabel("Ab welchem Tag gilt das?")).toHaveAccessibleDescription(/Wählen Sie einen Tag ab morgen/);
    await expect(page.getByLabel("Straße und Hausnummer")).toHaveValue("Neue Allee 5");
  }
  await typeDay(page, dayFrom(30));
  await checkAnswers(page);
  await expect(answer(page, "Rechnungsadresse")).toContainText(`gilt ab ${inWords(dayFrom(30))}`);
  await saveForReference(page);

  await page.goto("/account");
  await expect(card(page, "Rechnungsadresse")).toContainText("Torgauer Straße 231");
  await expect(card(page, "Rechnungsadresse")).toContainText(`Ab ${inWords(dayFrom(30))}: Neue Allee 5`);
  await card(page, "Rechnungsadresse").getByRole("link", { name: /Geplante Änderung ansehen/ }).click();
  await expectNoSidewaysScroll(page);
  await expect(page.getByLabel("Straße und Hausnummer")).toHaveValue("Neue Allee 5");
  await typeDay(page, dayFrom(40));
  await checkAnswers(page);
  await saveForReference(page);

  await page.goto("/account");
  await card(page, "Rechnungsadresse").getByRole("link", { name: /Geplante Änderung ansehen/ }).click();
  await expect(answer(page, `Gilt ab ${inWords(dayFrom(40))}`)).toContainText("Neue Allee 5");
  await page.getByRole("button", { name: "Änderung absagen" }).click();
  await expect(answer(page, "Rechnungsadresse")).toContainText("abgesagt");
  await page.goto("/account");
  await expect(card(page, "Rechnungsadresse")).not.toContainText("Neue Allee 5");
});

test("a planned change meets a newer edit as a conflict", async ({ signedIn }) => {
  const person = await newCustomer("person");
  const [page, other] = [await signedIn(person), await signedIn(person)];
  await page.goto("/account");
  await card(page, "Telefon · Zentrale").getByRole("link", { name: "Ändern" }).click();
  await page.getByLabel("Telefon", { exact: true }).fill("030 23125077");
  await typeDay(page, dayFrom(5));
  await checkAnswers(page);
  await other.goto("/account");
  await changeOne(other, "Telefon · Zentrale", "Telefon", "030 23125099");
  await saveForReference(other);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Jemand war schneller");
  await page.getByRole("radio", { name: "030 23125077" }).check();
  await page.getByRole("button", { name: "Auswahl speichern" }).click();
  await page.goto("/account");
  await expect(card(page, "Telefon · Zentrale")).toContainText("030 23125099");
  await expect(card(page, "Telefon · Zentrale")).toContainText("030 23125077");
});

test("nobody else's detail has a page", async ({ signedIn }) => {
  const [mine, theirs] = [await newCustomer("person"), await newCustomer("person")];
  const other = await signedIn(theirs);
  await other.goto("/account");
  await card(other, "Telefon · Zentrale").getByRole("link", { name: "Ändern" }).click();
  const detail = new URL(other.url()).pathname.split("/").at(-1) ?? "";
  const page = await signedIn(mine);
  for (const path of ["", "/removal", "/move"]) {
    const answered = await page.goto(`/account/${mine.id}/details/${detail}${path}`);
    expect(answered?.status()).toBe(404);
  }
  expect((await page.goto(`/account/${theirs.id}/details/${detail}`))?.status()).toBe(404);
});

function card(page: Page, heading: string): Locator {
  return page.getByRole("article").filter({ has: page.getByRole("heading", { name: heading, exact: true }) });
}

async function typeAddress(page: Page, { label, street, postcode, city }: { label: string; street: string; postcode: string; city: string }): Promise<void> {
  await page.getByLabel("Bezeichnung").fill(label);
  await page.getByLabel("Straße und Hausnummer").fill(street);
  await page.getByLabel("Postleitzahl").fill(postcode);
  await page.getByLabel("Ort", { exact: true }).fill(city);
}

async function changeOne(page: Page, heading: string, field: string, value: string): Promise<void> {
  await card(page, heading).getByRole("link", { name: "Ändern" }).click();
  await page.getByLabel(field, { exact: true }).fill(value);
  await checkAnswers(page);
}

async function changeBilling(page: Page, street: string): Promise<void> {
  await page.goto("/account");
  await card(page, "Rechnungsadresse").getByRole("link", { name: "Ändern" }).click();
  await page.getByLabel("Straße und Hausnummer").fill(street);
  await checkAnswers(page);
}

async function openRemoval(page: Page, heading: string): Promise<void> {
  await page.goto("/account");
  await card(page, heading).getByRole("link", { name: "Ändern" }).click();
  await page.getByRole("link", { name: "Entfernen …" }).click();
}

/** Types a day as a browser without a calendar would send it, also one that the calendar does not offer. */
async function typeDay(page: Page, day: string): Promise<void> {
  await page.getByLabel("Ab welchem Tag gilt das?").evaluate((field: HTMLInputElement, value) => { field.type = "text"; field.value = value; }, day);
}

function dayFrom(days: number): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(new Date(Date.now() + days * 86_400_000));
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat("de", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
}

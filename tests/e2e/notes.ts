import { type CustomerActor, staff } from "../support/browser-actors.ts";
import { tabBackTo, tabTo, untilHydrated } from "../support/browser-keyboard.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { newSession } from "../support/browser-session.ts";
import { expect, type Page, test } from "../support/browser.ts";
import { useProduct } from "../support/product.ts";

test.describe.configure({ timeout: 240_000 });

const title = (page: Page) => page.getByRole("heading", { level: 1 });
const done = (page: Page) => page.getByLabel("Was wurde getan?");
const kept = (page: Page) => expect(page.getByRole("group", { name: "Uhr des Gesprächs" }).getByText("Entwurf gesichert")).toBeVisible();
const clock = (page: Page) => page.getByRole("group", { name: "Uhr des Gesprächs" });

async function begin(page: Page, customer: CustomerActor): Promise<void> {
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  await untilHydrated(page);
  await page.keyboard.press("n");
  await expect(title(page)).toHaveText("Notiz");
  await untilHydrated(page);
}

async function fillNote(page: Page): Promise<void> {
  await page.getByLabel("Anlass").selectOption({ label: "Rechnung fehlt" });
  await done(page).fill("Noch einmal geschickt.");
  await page.getByLabel("Ergebnis").selectOption({ label: "erledigt" });
  await page.getByRole("radio", { name: "nicht gefragt" }).check();
}

/** What the browser keeps of notes. */
const shelved = (page: Page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("note.")).map(([, words]) => String(words)).join("\n"));

/** Types where the server cannot be reached, so that the words are in the browser alone. */
async function typeOffline(page: Page, words: string): Promise<void> {
  await page.route("**/note-drafts/*/fields", (route) => route.abort("internetdisconnected"));
  await done(page).fill(words);
  await expect(page.getByRole("status").filter({ hasText: "Keine Verbindung" })).toBeVisible();
  expect(await shelved(page)).toContain(words);
}

const save = (page: Page) => page.getByRole("button", { name: "Notiz speichern" }).click();

test("a whole call by keyboard alone: from the record to the finished note, which the customer reads without its internal part", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  const { keyboard } = page;

  await test.step("begins with one key, and the clock runs", async () => {
    await begin(page, customer);
    await expect(clock(page)).toContainText("im Gespräch");
    await expect(clock(page).getByRole("timer")).not.toHaveText("0:00");
  });

  await test.step("puts the caller on hold and takes them back, while typing", async () => {
    await tabTo(page, done(page));
    await keyboard.press("F4");
    await expect(clock(page)).toContainText("gehalten");
    await expect(clock(page).getByText(/^0:0[2-9] gehalten$/)).toBeVisible();
    await keyboard.press("F4");
    await expect(clock(page)).toContainText("im Gespräch");
  });

  await test.step("chooses a reason, which brings its text", async () => {
    await tabBackTo(page, page.getByLabel("Anlass"));
    await keyboard.type("Rechnung");
    await expect(done(page)).toHaveValue(/ist nicht angekommen/);
    await tabTo(page, done(page));
    await keyboard.press("ControlOrMeta+A");
    await keyboard.type("Rechnung 4711 noch einmal geschickt.");
    await keyboard.press("Tab");
    await keyboard.type("zugesagt");
    await keyboard.press("Tab");
    await keyboard.press("Space");
    await keyboard.press("Tab");
    await keyboard.type("War hörbar verärgert.");
  });

  await test.step("writes something down for the customer, in a frame that says so", async () => {
    await tabTo(page, page.getByLabel("Der Kundin oder dem Kunden etwas aufschreiben"));
    await keyboard.press("Space");
    await keyboard.press("Tab");
    await expect(page.getByLabel("Text für die Kundin oder den Kunden")).toBeFocused();
    await expect(page.getByText("Das liest die Kundschaft").first()).toBeVisible();
    await keyboard.type("Die Rechnung ist unterwegs.");
  });

  await test.step("adds a promise by a key, and saves by another", async () => {
    await keyboard.press("F9");
    await expect(page.getByLabel("Was sagen wir zu?")).toBeFocused();
    await keyboard.type("Morgen zurückrufen");
    await page.getByLabel("Bis wann?").fill(inDays(2));
    await keyboard.press("F8");
    await expect(clock(page)).toContainText("beendet");
    await kept(page);
    await keyboard.press("ControlOrMeta+Enter");
    await expect(title(page)).toHaveText(customer.name);
    await expect(page.getByRole("status").filter({ hasText: "Die Notiz ist gespeichert." })).toBeVisible();
  });

  await test.step("and the record shows it with the promise on top", async () => {
    await expect(page.getByRole("region", { name: "Zusagen" })).toContainText("Morgen zurückrufen");
    const contacts = page.getByRole("region", { name: "Letzte Kontakte" });
    await expect(contacts).toContainText("Rechnung 4711 noch einmal geschickt.");
    await expect(contacts).toContainText("War hörbar verärgert.");
    await expect(clock(page)).toHaveCount(0);
  });

  await test.step("the customer reads when, with whom, how long on hold, what was promised and shared, and nothing internal", async () => {
    const portal = await signedIn(customer, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
    await portal.goto("/account");
    await portal.getByRole("link", { name: "Absprachen" }).click();
    await expect(title(portal)).toHaveText("Was besprochen wurde");
    const contact = portal.getByRole("main").getByRole("listitem").first();
    await expect(contact).toContainText("Sie haben uns angerufen");
    await expect(contact).toContainText(staff.jana.name);
    await expect(contact).toContainText(/In der Warteschleife\s*\d+ Sekunde/);
    await expect(contact).toContainText("Morgen zurückrufen");
    await expect(contact).toContainText("Die Rechnung ist unterwegs.");
    const html = await portal.content();
    for (const secret of ["War hörbar verärgert.", "Rechnung 4711"]) expect(html).not.toContain(secret);
    await expectNoSidewaysScroll(portal);
  });
});

test("a call whose tab dies in the middle is all there in the next, its clock included", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  await begin(page, customer);
  await fillNote(page);
  await page.getByLabel("Nur für uns").fill("mitten im Satz");
  await page.getByRole("button", { name: "Zusage hinzufügen" }).click();
  await page.getByLabel("Was sagen wir zu?").fill("Zurückrufen");
  await page.keyboard.press("F4");
  await expect(clock(page)).toContainText("gehalten");
  const context = page.context();
  await page.close({ runBeforeUnload: false });

  const next = await context.newPage();
  await next.goto(`/desk/customers/${customer.accountNumber}`);
  await expect(clock(next)).toContainText("gehalten");
  await untilHydrated(next);
  await next.keyboard.press("n");
  await expect(next.getByLabel("Nur für uns")).toHaveValue("mitten im Satz");
  await expect(next.getByLabel("Was sagen wir zu?")).toHaveValue("Zurückrufen");
  await expect(next.getByRole("radio", { name: "nicht gefragt" })).toBeChecked();
  await expect(clock(next)).toContainText("gehalten");
  await next.goto(`/desk/customers/${customer.accountNumber}/edit`);
  await expect(clock(next)).toContainText("gehalten");
});

test("without a connection what is typed is kept in the browser, survives a reload, and is sent when it is back", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.tobias);
  await begin(page, customer);
  await fillNote(page);
  await kept(page);
  await page.route("**/note-drafts/**", (route) => route.abort("internetdisconnected"));
  await done(page).fill("Ohne Netz geschrieben.");
  await expect(page.getByRole("status").filter({ hasText: "Keine Verbindung" })).toBeVisible();
  await save(page);
  await expect(title(page)).toHaveText("Notiz");
  await page.reload();
  await expect(done(page)).toHaveValue("Ohne Netz geschrieben.");
  await expect(page.getByRole("status").filter({ hasText: "Keine Verbindung" })).toBeVisible();
  await page.unroute("**/note-drafts/**");
  await kept(page);
  const other = await signedIn(staff.tobias);
  await other.goto(`/desk/customers/${customer.accountNumber}/notes/new`);
  await expect(done(other)).toHaveValue("Ohne Netz geschrieben.");
  await save(page);
  await expect(page.getByRole("region", { name: "Letzte Kontakte" })).toContainText("Ohne Netz geschrieben.");
  await expect.poll(() => shelved(page)).toBe("");
});

test.describe("on a machine that others use too", () => {
  test("who signs out by the button leaves no words behind, also where the browser does not heed the answer", async ({ signedIn }) => {
    const customer = await ownCustomer();
    const page = await signedIn(staff.jana, { ownSession: true });
    await begin(page, customer);
    await typeOffline(page, "Am Schalter geschrieben.");
    await page.route("**/sign-out", (route) => route.fulfill({ status: 204 }));
    await tabBackTo(page, page.getByRole("button", { name: "Abmelden" }));
    await Promise.all([page.waitForRequest("**/sign-out"), page.keyboard.press("Enter")]);
    expect(await shelved(page)).toBe("");
  });

  test("and the answer to signing out empties the browser, also where no script of the page has", async ({ signedIn }) => {
    const customer = await ownCustomer();
    const page = await signedIn(staff.jana, { ownSession: true });
    await begin(page, customer);
    await typeOffline(page, "Am Schalter geschrieben.");
    await page.evaluate(() => { document.querySelector<HTMLFormElement>("form[action='/sign-out']")?.submit(); });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Daten noch?");
    expect(await shelved(page)).toBe("");
  });

  test("whoever signs in after somebody else finds nothing of theirs, and keeps their own", async ({ signedIn }) => {
    const customer = await ownCustomer();
    const page = await signedIn(staff.jana);
    await begin(page, customer);
    await typeOffline(page, "Von Jana geschrieben.");
    const context = page.context();
    const next = await context.newPage();
    await next.goto("/desk");
    await untilHydrated(next);
    expect(await shelved(next)).toContain("Von Jana geschrieben.");
    await page.close();

    const url = new URL(next.url()).origin;
    await context.clearCookies({ name: /kartei-session/ });
    await context.addCookies((await newSession(staff.tobias.email, await useProduct())).map((cookie) => ({ ...cookie, url })));
    await next.goto("/desk");
    await expect(next.getByRole("banner")).toContainText(staff.tobias.name);
    await expect.poll(() => shelved(next)).toBe("");
  });

  test("a note that is thrown away leaves nothing", async ({ signedIn }) => {
    const customer = await ownCustomer();
    const page = await signedIn(staff.jana);
    await begin(page, customer);
    await typeOffline(page, "Falsche Karte.");
    await tabTo(page, page.getByText("Versehentlich begonnen?"));
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByRole("button", { name: "Notiz verwerfen" }));
    await page.keyboard.press("Enter");
    await expect(title(page)).toHaveText(customer.name);
    expect(await shelved(page)).toBe("");
  });
});

test("of two tabs that were lost without a connection, the words of both come back, one after the other", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const first = await signedIn(staff.jana);
  await begin(first, customer);
  const context = first.context();
  const second = await context.newPage();
  await second.goto(first.url());
  await untilHydrated(second);
  await typeOffline(first, "aus dem ersten Fenster");
  await typeOffline(second, "aus dem zweiten Fenster");
  const address = first.url();
  await crash(first);
  await crash(second);

  const third = await context.newPage();
  await third.goto(address);
  await expect(done(third)).toHaveValue("aus dem zweiten Fenster");
  await kept(third);
  await third.reload();
  await expect(done(third)).toHaveValue("aus dem ersten Fenster");
  await expect(third.getByRole("status").filter({ hasText: "in einem anderen Fenster weitergeschrieben" })).toContainText("aus dem zweiten Fenster");
  await third.getByRole("button", { name: "Den anderen Stand übernehmen" }).press("Enter");
  await expect(done(third)).toHaveValue("aus dem zweiten Fenster");
  expect(await shelved(third)).toBe("");
  await third.reload();
  await expect(done(third)).toHaveValue("aus dem zweiten Fenster");
  await kept(third);
});

test("a browser that keeps nothing takes a note all the same", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("The operation is insecure.", "SecurityError"); } });
  });
  await begin(page, customer);
  await fillNote(page);
  await kept(page);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(title(page)).toHaveText(customer.name);
  await expect(page.getByRole("status").filter({ hasText: "Die Notiz ist gespeichert." })).toBeVisible();
  await expect(page.getByRole("region", { name: "Letzte Kontakte" })).toContainText("Noch einmal geschickt.");
});

test("one key leads back to the note from wherever its clock is shown", async ({ signedIn }) => {
  const customer = await ownCustomer({ faxSince: true });
  const page = await signedIn(staff.jana);
  await begin(page, customer);
  const record = `/desk/customers/${customer.accountNumber}`;
  await page.goto(record);
  const reversal = await page.getByRole("link", { name: "Zurücknehmen" }).first().getAttribute("href") ?? "";
  for (const path of [`${record}/edit`, reversal]) {
    await page.goto(path);
    await untilHydrated(page);
    await expect(clock(page)).toContainText("im Gespräch");
    await page.keyboard.press("n");
    await expect(title(page)).toHaveText("Notiz");
  }
});

test("the question mark lists the keys of the clock and of the form, in the reader's language", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const expected = {
    de: { title: "Tasten auf dieser Seite", rows: [/F4\s*Halten/, /F8\s*Beenden/, /F9\s*Zusage hinzufügen/, /Strg\+Enter\s*Notiz speichern/, /auch beim Schreiben/] },
    en: { title: "Keys on this page", rows: [/F4\s*Hold/, /F8\s*End/, /F9\s*Add a promise/, /Ctrl\+Enter\s*Save/, /also while typing/] },
    hu: { title: "Az oldal billentyűi", rows: [/F4/, /F8/, /F9/, /Ctrl\+Enter/, /írás közben is/] },
  };
  for (const locale of ["de", "en", "hu"] as const) {
    const page = await signedIn(staff.jana, { locale });
    await page.goto(`/desk/customers/${customer.accountNumber}`);
    await untilHydrated(page);
    await page.keyboard.press("n");
    await page.locator("textarea[name=done]").waitFor();
    await untilHydrated(page);
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: expected[locale].title });
    for (const row of expected[locale].rows) await expect(dialog).toContainText(row);
    await page.keyboard.press("F4");
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  }
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${customer.accountNumber}`);
  // no key has acted behind the list
  await expect(clock(page)).toContainText("im Gespräch");
});

test("a second tab with an older state is told, and loses nothing whichever way it goes", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const first = await signedIn(staff.jana);
  await begin(first, customer);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await untilHydrated(second);
  await done(first).fill("aus dem ersten Fenster");
  await kept(first);
  await done(second).fill("aus dem zweiten Fenster");
  const told = second.getByRole("status").filter({ hasText: "in einem anderen Fenster weitergeschrieben" });
  await expect(told).toContainText("aus dem ersten Fenster");
  await expect(done(second)).toHaveValue("aus dem zweiten Fenster");

  await second.getByRole("button", { name: "Diesen hier behalten" }).click();
  await kept(second);
  await done(first).fill("aus dem ersten Fenster, noch mehr");
  await first.getByRole("button", { name: "Den anderen Stand übernehmen" }).click();
  await expect(done(first)).toHaveValue("aus dem zweiten Fenster");
  await expect(first.getByRole("main")).toContainText("aus dem ersten Fenster, noch mehr");

  await fillNote(second);
  await kept(second);
  await save(second);
  await expect(title(second)).toHaveText(customer.name);
  await done(first).fill("zu spät");
  await expect(first.getByRole("status").filter({ hasText: "gespeichert oder verworfen" })).toBeVisible();
  await expect(done(first)).toHaveValue("zu spät");
  await done(first).fill("zu spät, und noch mehr");
  await expect(done(first)).toHaveValue("zu spät, und noch mehr");
  expect(await shelved(first)).toBe("");
});

test("a form sent with an older state than another tab's comes back as it was typed", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const first = await signedIn(staff.jana);
  await begin(first, customer);
  const second = await first.context().newPage();
  await second.goto(first.url());
  await untilHydrated(second);
  await second.route("**/note-drafts/**", () => undefined);
  await done(first).fill("aus dem ersten Fenster");
  await kept(first);
  await fillNote(second);
  await save(second);
  await expect(second.getByRole("status").filter({ hasText: "in einem anderen Fenster weitergeschrieben" })).toContainText("aus dem ersten Fenster");
  await expect(done(second)).toHaveValue("Noch einmal geschickt.");
});

test("what is missing is told beside its field, what was typed stays, and a note is corrected by an addendum alone", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  await begin(page, customer);
  await done(page).fill("Nur das.");
  await page.getByRole("button", { name: "Zusage hinzufügen" }).click();
  await page.getByLabel("Was sagen wir zu?").fill("Zurückrufen");
  await save(page);
  const alert = page.getByRole("alert").filter({ hasText: "Bitte prüfen" });
  for (const missing of ["Wählen Sie den Anlass.", "Wählen Sie das Ergebnis.", "Sagen Sie, bis wann."]) await expect(alert).toContainText(missing);
  await expect(done(page)).toHaveValue("Nur das.");
  await expect(page.getByLabel("Bis wann?")).toHaveAccessibleDescription(/Sagen Sie, bis wann\./);
  await page.getByLabel("Bis wann?").fill(inDays(1));
  await fillNote(page);
  await save(page);
  await page.getByRole("region", { name: "Letzte Kontakte" }).getByRole("link", { name: "Rechnung fehlt" }).click();
  await page.getByRole("button", { name: "Nachtrag speichern" }).click();
  await expect(page.getByLabel("Nachtrag", { exact: true })).toHaveAccessibleDescription(/Schreiben Sie den Nachtrag\./);
  await page.getByLabel("Nachtrag", { exact: true }).fill("Es war die vom März.");
  await page.getByLabel("Auch für die Kundin oder den Kunden").check();
  await page.getByRole("button", { name: "Nachtrag speichern" }).click();
  await expect(page.getByRole("main")).toContainText("Es war die vom März.");
  const portal = await signedIn(customer, { javaScriptEnabled: false });
  await portal.goto(`/account/${customer.id}/contacts`);
  await expect(portal.getByRole("main")).toContainText("Es war die vom März.");
});

test("the notes of a customer are searched, and the words stand in no address", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(staff.jana);
  await begin(page, customer);
  await fillNote(page);
  await done(page).fill("Der Kübel ist zerbrochen.");
  await save(page);
  await page.getByRole("searchbox", { name: "In den Notizen suchen" }).fill("kuebel zerbr");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  expect(page.url()).not.toContain("kuebel");
  await page.getByRole("searchbox", { name: "In den Notizen suchen" }).fill("lampe");
  await page.getByRole("button", { name: "Suchen" }).click();
  await expect(page.getByRole("main")).toContainText("In keiner Notiz stehen alle diese Wörter.");
});

/** Ends a page as a crash does: it can send nothing any more. */
async function crash(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => undefined);
  await crashed;
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

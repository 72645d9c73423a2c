import { randomUUID } from "node:crypto";
import { staff } from "../support/browser-actors.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { openTaskOf, taskRow } from "../support/browser-tasks.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.describe.configure({ timeout: 240_000 });

const narrow = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } };
const title = (page: Page) => page.getByRole("heading", { level: 1 });

test("a complaint is sent, answered, written on and raised to a supervisor, without scripts on a narrow screen", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(customer, narrow);

  const reference = await test.step("sends it; what is missing is told beside its field, and what was typed stays", async () => {
    await page.goto("/account");
    await page.getByRole("link", { name: "Anliegen" }).click();
    await page.getByRole("link", { name: "Uns schreiben" }).click();
    await expectNoSidewaysScroll(page);
    await page.getByRole("link", { name: "Eine Beschwerde" }).click();
    await page.getByLabel("Betreff").fill("Die Deckel fehlen <b>ganz</b>");
    await page.getByLabel("Es geht um eine Rechnung oder Zahlung").check();
    await page.getByRole("button", { name: "Absenden" }).click();
    await expect(page.getByLabel("Was ist geschehen?")).toHaveAccessibleDescription(/Schreiben Sie uns etwas dazu\./);
    await expect(page.getByRole("alert")).toContainText("Schreiben Sie uns etwas dazu.");
    await expect(page.getByLabel("Betreff")).toHaveValue("Die Deckel fehlen <b>ganz</b>");
    await expect(page.getByLabel("Es geht um eine Rechnung oder Zahlung")).toBeChecked();
    await expectNoSidewaysScroll(page);
    await page.getByLabel("Was ist geschehen?").fill("Am Dienstag kamen zwei Kisten.\n\nDie Deckel waren nicht dabei.");
    await page.getByRole("button", { name: "Absenden" }).click();
    await expect(page.getByRole("status")).toContainText("Ihr Anliegen ist bei uns");
    await expect(title(page)).toHaveText("Die Deckel fehlen <b>ganz</b>");
    await expectNoSidewaysScroll(page);
    return (await page.getByRole("status").locator("strong").innerText()).trim();
  });
  await inbox.mail(customer.email, new RegExp(reference));

  const desk = await signedIn(staff.tobias);
  await test.step("the desk finds it at billing and on the record, and answers", async () => {
    await desk.goto("/desk/concerns?department=billing");
    await expect(desk.getByRole("row").filter({ hasText: reference })).toContainText("Buchhaltung");
    await desk.goto(`/desk/customers/${customer.accountNumber}`);
    await desk.getByRole("link", { name: "Die Deckel fehlen" }).click();
    await desk.getByRole("button", { name: "Übernehmen" }).click();
    await expect(desk.getByRole("main")).toContainText("in Bearbeitung");
    await desk.getByRole("button", { name: "Antwort senden" }).click();
    await expect(desk.getByLabel("Antwort")).toHaveAccessibleDescription(/Schreiben Sie uns etwas dazu\./);
    await desk.getByLabel("Antwort").fill("Die Deckel sind unterwegs.");
    await desk.getByRole("button", { name: "Antwort senden" }).click();
    await expect(desk.getByRole("status")).toContainText("Die Antwort ist unterwegs.");
  });

  await test.step("the customer hears, and writes again", async () => {
    const mail = await inbox.mail(customer.email, /Unsere Antwort auf Ihr Anliegen/);
    expect(mail.text).toContain("Die Deckel sind unterwegs.");
    await page.goto(new URL(/https?:\S+\/concerns\/\S+/.exec(mail.text)?.[0] ?? "").pathname);
    await expect(page.getByRole("listitem").filter({ hasText: "Die Deckel sind unterwegs." })).toContainText(staff.tobias.name);
    await page.getByLabel("Noch etwas schreiben").fill("Sie sind nicht gekommen.");
    await page.getByRole("button", { name: "Absenden" }).click();
    await expect(page.getByRole("status")).toContainText("Ihre Nachricht ist bei uns.");
    await expect(page.getByRole("main")).toContainText("in Bearbeitung");
  });

  await test.step("and raises it, once", async () => {
    await page.getByRole("button", { name: "Von einer vorgesetzten Person prüfen lassen" }).click();
    await expect(page.getByText("Sie hören bis zum")).toBeVisible();
    await expect(page.getByRole("button", { name: "Von einer vorgesetzten Person prüfen lassen" })).toBeHidden();
    await expectNoSidewaysScroll(page);
  });

  await test.step("which a supervisor finds among the tasks, and settles by answering", async () => {
    const miriam = await signedIn(staff.miriam);
    await openTaskOf(miriam, customer.accountNumber);
    await miriam.getByRole("link", { name: reference }).click();
    await miriam.getByLabel("Antwort").fill("Ich kümmere mich selbst.");
    await miriam.getByRole("button", { name: "Antwort senden" }).click();
    await expect(miriam.getByRole("status")).toContainText("Die Antwort ist unterwegs.");
    await miriam.getByRole("button", { name: "Abschließen" }).click();
    await expect(miriam.getByText("Dieses Anliegen ist abgeschlossen.")).toBeVisible();
    await miriam.goto("/desk/tasks");
    await expect(taskRow(miriam, customer.accountNumber)).toHaveCount(0);
  });

  await page.reload();
  await expect(page.getByText("Das Anliegen ist abgeschlossen. Schreiben Sie, öffnen wir es wieder.")).toBeVisible();
});

test("an order names its site from a list, and by typing where there are many", async ({ signedIn }) => {
  const few = await ownCustomer({ kind: "company", sites: 3 });
  const many = await ownCustomer({ kind: "company", sites: 40 });

  const small = await signedIn(few, narrow);
  await small.goto(`/account/${few.id}/concerns/new?kind=order_request`);
  await small.getByLabel("Lieferadresse").selectOption({ label: "Filiale 2 Halle (Torgauer Straße 2, 10245 Halle)" });
  await fillOrder(small);
  await expect(small.getByRole("main")).toContainText("Filiale 2 Halle");

  const large = await signedIn(many, narrow);
  await large.goto(`/account/${many.id}/concerns/new?kind=order_request`);
  await large.getByLabel("Lieferadresse").fill("nirgends");
  await fillOrder(large);
  await expect(large.getByRole("alert")).toContainText("Wir finden keine Lieferadresse dazu.");
  await large.getByLabel("Lieferadresse").fill("Leipzig");
  await large.getByRole("button", { name: "Absenden" }).click();
  await expect(large.getByRole("alert")).toContainText("Viele Adressen passen dazu.");
  await large.getByLabel("Lieferadresse").fill("filiale 39");
  await large.getByRole("button", { name: "Absenden" }).click();
  await expect(large.getByRole("status")).toContainText("Ihr Anliegen ist bei uns");
  await expect(large.getByRole("main")).toContainText("Filiale 39 Leipzig");
  await expect(large.getByRole("main")).toContainText("Logistik");
});

async function fillOrder(page: Page): Promise<void> {
  await page.getByLabel("Betreff").fill("Deckel");
  await page.getByLabel("Was möchten Sie bestellen?").fill("Zweihundert Deckel");
  await page.getByRole("button", { name: "Absenden" }).click();
}

test("after twenty messages a day the page says when there is room again, and keeps what was typed", async ({ signedIn }) => {
  const customer = await ownCustomer();
  const page = await signedIn(customer, narrow);
  await page.goto(`/account/${customer.id}/concerns/new?kind=question`);
  await page.getByLabel("Betreff").fill("Frage");
  await page.getByLabel("Ihre Frage").fill("Und?");
  await page.getByRole("button", { name: "Absenden" }).click();
  await expect(page.getByRole("status")).toContainText("Ihr Anliegen ist bei uns");
  const { origin, pathname } = new URL(page.url());
  for (let sent = 1; sent < 20; sent++) {
    const answer = await page.request.post(`${origin}${pathname}/messages`, { form: { text: `Und ${sent}?`, request_id: randomUUID() }, headers: { origin } });
    expect(answer.url()).toContain("?written");
  }
  await page.reload();
  await page.getByLabel("Noch etwas schreiben").fill("Eine zu viel");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("button", { name: "Absenden" }).click();
  const response = await answered;
  expect(response.status()).toBe(429);
  expect(Number(response.headers()["retry-after"])).toBeGreaterThan(20 * 3600);
  await expect(page.getByRole("alert")).toContainText(/Ab \d+\. \S+ \d{4} um \d\d:\d\d geht es wieder\./);
  await expect(page.getByLabel("Noch etwas schreiben")).toHaveValue("Eine zu viel");
});

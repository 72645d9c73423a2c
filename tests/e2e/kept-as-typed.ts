import { answer, checkAnswers, detail, line, openEdit, saveForReference } from "../support/browser-account.ts";
import { customers, staff } from "../support/browser-actors.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expect, type Page, test } from "../support/browser.ts";

const strange = {
  given: "שרה\u200f <b>Zoë</b>",
  family: "O’Brien'); drop table customers;--",
  street: "<img src=x onerror=alert(1)> 7 👩‍👩‍👧",
  more: '=HYPERLINK("https://evil.example","Gewinn")',
  city: "{{7*7}} ${7*7} &lt;Köln&gt; %0a",
};

test("strange text is kept, shown unchanged and executed nowhere", async ({ signedIn }) => {
  const { wolfgang } = customers;
  const page = await signedIn(wolfgang);
  const executed = watchForScripts(page);
  await openEdit(page);
  await detail(page, "Name").getByLabel("Vorname").fill(strange.given);
  await detail(page, "Name").getByLabel("Nachname").fill(strange.family);
  await page.getByLabel("Straße und Hausnummer").fill(strange.street);
  await page.getByLabel("Adresszusatz", { exact: true }).or(page.getByLabel("Adresszusatz (freiwillig)")).first().fill(strange.more);
  await page.getByLabel("Ort", { exact: true }).fill(strange.city);
  await checkAnswers(page);

  const name = `${strange.given} ${strange.family}`;
  const address = [strange.street, strange.more, strange.city];
  await expectShown(page, [name, ...address]);
  const reference = await saveForReference(page);
  await expectShown(page, [name, ...address]);
  await page.goto("/account");
  await expectShown(page, [name, ...address]);
  await expect(page.getByRole("banner")).toContainText(name);
  await page.getByRole("link", { name: "Verlauf" }).click();
  await expectShown(page, [name, ...address]);
  await openEdit(page);
  await expect(detail(page, "Name").getByLabel("Vorname")).toHaveValue(strange.given);
  await expect(page.getByLabel("Ort", { exact: true })).toHaveValue(strange.city);

  await test.step("in the mail", async () => {
    const receipt = await inbox.mail(wolfgang.email, new RegExp(reference));
    for (const typed of [strange.given, strange.family, ...address]) expect(receipt.text).toContain(typed);
    const mail = await page.context().newPage();
    await mail.setContent(receipt.html);
    await expect(mail.locator("img[src=x], script")).toHaveCount(0);
    for (const typed of [strange.given, strange.family, ...address]) await expect(mail.locator("body")).toContainText(typed);
    await mail.close();
  });

  await test.step("on the agent's page", async () => {
    const desk = await signedIn(staff.jana);
    const executedAtDesk = watchForScripts(desk);
    await desk.goto(`/desk/customers/${wolfgang.accountNumber}`);
    await expectShown(desk, [name, ...address]);
    expect(executedAtDesk).toEqual([]);
  });
  expect(executed).toEqual([]);
});

test("an Irish address keeps its Eircode, or does without", async ({ signedIn }) => {
  const page = await signedIn(customers.feldhofer);
  await openEdit(page);
  await page.getByLabel("Land").selectOption({ label: "Irland" });
  await page.getByLabel("Straße und Hausnummer").fill("12 Ormond Quay");
  await page.getByRole("button", { name: "Felder an dieses Land anpassen" }).click();
  await expect(page.getByLabel("Straße und Hausnummer")).toHaveValue("12 Ormond Quay");
  await page.getByLabel("Ort", { exact: true }).or(page.getByLabel("Ort (freiwillig)")).fill("Dublin 7");
  await page.getByLabel("Eircode").fill("70178");
  await checkAnswers(page);
  await expect(page.getByLabel("Eircode")).toHaveAccessibleDescription(/Irische Eircodes sehen so aus: D02 X285\./);
  await expect(page.getByLabel("Eircode")).toHaveValue("70178");
  await page.getByLabel("Eircode").fill("d07x9y2");
  await checkAnswers(page);
  await expect(answer(page, "Rechnungsadresse")).toContainText("D07 X9Y2");
  await page.getByRole("button", { name: "Noch etwas ändern" }).click();
  await page.getByLabel("Eircode").fill("");
  await checkAnswers(page);
  await expect(answer(page, "Rechnungsadresse")).toContainText("Dublin 7");
  await saveForReference(page);
  await page.goto("/account");
  await expectShown(page, ["12 Ormond Quay", "Dublin 7"]);
});

test("a person may have a single name", async ({ signedIn }) => {
  const { ursula } = customers;
  const page = await signedIn(ursula);
  await openEdit(page);
  await detail(page, "Name").getByLabel("Vorname").fill("Ursula");
  await detail(page, "Name").getByLabel("Nachname").fill("");
  await checkAnswers(page);
  const reference = await saveForReference(page);
  await expect(page.getByRole("banner").getByText("Ursula", { exact: true })).toBeVisible();
  const receipt = await inbox.mail(ursula.email, new RegExp(reference));
  expect(receipt.text).toContain("Guten Tag Ursula,");
  await page.goto("/account");
  await expect(page.getByRole("article").filter({ has: page.getByRole("heading", { name: "Name", exact: true }) })).toContainText("Ursula");
});

test("numbers may be written as one likes", async ({ signedIn }) => {
  const page = await signedIn(customers.george);
  await page.goto("/account");
  const edit = `${page.url()}/edit`;
  for (const typed of ["0118 496 0561", "+44 (0)118 4960561", "0044-118-496-0561", "（０１１８）４９６０５６１", "\u202a+441184960561\u202c"]) {
    await page.goto(edit);
    await line(page, "Phone · Home").fill(typed);
    await page.getByRole("button", { name: "Check and go on" }).click();
    await expect(answer(page, "Phone · Home")).toContainText("0118 496 0561");
  }
});

/** Every text in whole, as a person reads it. */
async function expectShown(page: Page, texts: string[]): Promise<void> {
  for (const text of texts) await expect(page.getByRole("main")).toContainText(text);
  await expect(page.getByRole("main").locator("img, script, b")).toHaveCount(0);
}

function watchForScripts(page: Page): string[] {
  const executed: string[] = [];
  page.on("dialog", (dialog) => {
    executed.push(dialog.message());
    void dialog.dismiss();
  });
  return executed;
}

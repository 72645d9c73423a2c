import { randomUUID } from "node:crypto";
import { customers, staff } from "../support/browser-actors.ts";
import { checkAnswers, openEdit, save } from "../support/browser-account.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { newOwner, putLinkIntoLetter, waitingAnnouncement, waitingReceipt } from "../support/browser-print.ts";
import { expect, type Page, test } from "../support/browser.ts";
import { qrOf, readPdf } from "../support/pdf.ts";

async function pdfOfBatch(page: Page): Promise<Uint8Array> {
  const form = page.locator("form[target=_blank]");
  const answer = await page.request.post((await form.getAttribute("action")) ?? "", { headers: { Origin: new URL(page.url()).origin } });
  expect(answer.headers()["content-type"]).toBe("application/pdf");
  return new Uint8Array(await answer.body());
}

test("letters are printed in one go, and a code from paper leads to its page", async ({ signedIn, page: holder }) => {
  const jana = await signedIn(staff.jana);
  const name = `Papier${randomUUID().slice(0, 8)}`;
  const customer = await waitingReceipt(name);
  await putLinkIntoLetter(customer);

  await jana.goto("/desk/letters");
  await expect(jana.getByRole("row").filter({ hasText: name })).toContainText("Beleg");
  await jana.getByRole("checkbox", { name: `Ada ${name}` }).check();
  await jana.getByRole("button", { name: "Ausgewählte drucken" }).click();
  await expect(jana.getByRole("heading", { level: 1 })).toContainText("Briefe drucken");

  const pdf = await pdfOfBatch(jana);
  const { pages: [text = ""] } = await readPdf(pdf);
  expect(text).toContain(`Ada ${name} Boxhagener Straße 41 10245 Berlin`);
  expect(text).toContain("030 55500099");
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text.replace(/.*Code/, ""))?.[0] ?? "";
  expect(await qrOf(pdf, 1)).toBe(`${new URL(jana.url()).origin}/l/${code}`);

  await test.step("by camera, and typed in any way", async () => {
    await holder.goto(`/l/${code}`);
    await expect(holder).toHaveURL(/\/freeze\//);
    await holder.setViewportSize({ width: 320, height: 640 });
    await holder.goto("/l");
    await expectNoSidewaysScroll(holder);
    await holder.getByLabel("Code").fill(code.toLowerCase().replaceAll("-", " "));
    await holder.getByRole("button", { name: "Weiter" }).click();
    await expect(holder).toHaveURL(/\/freeze\//);
    await expect(holder.locator("body")).not.toContainText("old@example.org");
  });

  await test.step("printed and sent, they are gone from the list, and a second press changes nothing", async () => {
    const again = await signedIn(staff.jana);
    await again.goto(jana.url());
    await jana.getByRole("button", { name: "Gedruckt und verschickt" }).click();
    await expect(jana.getByRole("status")).toContainText("1 Brief ist verschickt.");
    await expect(jana.getByText(name)).toHaveCount(0);
    await again.getByRole("button", { name: "Nicht gedruckt, zurücklegen" }).click();
    await expect(again.getByRole("status")).toContainText("schon abgeschlossen");
  });
});

test("a change ahead is announced by letter, whose code leads to stopping it", async ({ signedIn, page: holder }) => {
  const miriam = await signedIn(staff.miriam);
  const name = `Ankündigung${randomUUID().slice(0, 8)}`;
  await waitingAnnouncement(name);

  await test.step("the list of all mails tells of it", async () => {
    await miriam.goto("/desk/outbox");
    await expect(miriam.getByRole("heading", { level: 1 })).toHaveText("Postausgang");
  });
  await miriam.goto("/desk/letters");
  await miriam.getByRole("checkbox", { name: `Ada ${name}` }).check();
  await miriam.getByRole("button", { name: "Ausgewählte drucken" }).click();
  await expect(miriam.getByRole("heading", { level: 1 })).toContainText("Briefe drucken");
  const { pages: [text = ""] } = await readPdf(await pdfOfBatch(miriam));
  expect(text).toContain("030 55500077");
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(text.replace(/.*Code/, ""))?.[0] ?? "";
  await holder.goto(`/l/${code}`);
  await expect(holder).toHaveURL(/\/stop\//);
  await expect(holder.locator("body")).not.toContainText("55500077");
});

test("what was put back waits again; what two people take goes to one", async ({ signedIn }) => {
  const [jana, tobias] = [await signedIn(staff.jana), await signedIn(staff.tobias)];
  const name = `Doppelt${randomUUID().slice(0, 8)}`;
  await waitingReceipt(name);
  for (const agent of [jana, tobias]) {
    await agent.goto("/desk/letters");
    await agent.getByRole("checkbox", { name: `Ada ${name}` }).check();
  }
  await jana.getByRole("button", { name: "Ausgewählte drucken" }).click();
  await expect(jana.getByRole("heading", { level: 1 })).toContainText("Briefe drucken");
  const batch = jana.url();
  await tobias.getByRole("button", { name: "Ausgewählte drucken" }).click();
  await expect(tobias.getByRole("status")).toContainText("gerade jemand anders genommen");
  await tobias.goto(batch);
  await expect(tobias.getByRole("button", { name: "PDF öffnen" })).toHaveCount(0);

  await jana.getByRole("button", { name: "Nicht gedruckt, zurücklegen" }).click();
  await expect(jana.getByRole("status")).toContainText("1 Brief wartet wieder.");
  await expect(jana.getByRole("checkbox", { name: `Ada ${name}` })).toBeVisible();
});

test("choosing nothing is explained", async ({ signedIn }) => {
  const jana = await signedIn(staff.jana);
  await waitingReceipt(`Leer${randomUUID().slice(0, 8)}`);
  await jana.goto("/desk/letters");
  await jana.getByRole("button", { name: "Ausgewählte drucken" }).click();
  await expect(jana.getByRole("alert")).toBeVisible();
});

test("outreach staff and customers see no letters", async ({ signedIn }) => {
  expect((await (await signedIn(staff.clara)).goto("/desk/letters"))?.status()).toBe(403);
  expect((await (await signedIn(customers.anna)).goto("/desk/letters"))?.status()).toBe(403);
});

test("a code that is none is told beside its field, and what was typed stays", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/l");
  await page.getByLabel("Code").fill("abc <b>");
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByRole("alert")).toContainText("Diesen Code kennen wir nicht.");
  await expect(page.getByLabel("Code")).toHaveValue("abc <b>");
  expect((await page.goto("/l/ABCD-EFGH-JKMN"))?.status()).toBe(404);
  await expect(page.getByLabel("Code")).toHaveValue("ABCD-EFGH-JKMN");
});

test("a receipt is opened again from the confirmation and from history, and as a letter", async ({ signedIn }) => {
  const page = await signedIn(await newOwner(), { viewport: { width: 360, height: 740 } });
  await openEdit(page);
  await page.locator("input[type=tel]").first().fill("+49 30 55500777");
  await checkAnswers(page);
  await save(page);
  await page.getByRole("link", { name: "Beleg ansehen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Beleg");
  await expectNoSidewaysScroll(page);
  await expect(page.locator("main")).toContainText("••");
  const receipt = page.url();
  const reference = receipt.split("/").at(-2) ?? "";

  const answer = await page.request.get(`${receipt}.pdf`);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  const pdf = new Uint8Array(await answer.body());
  expect((await readPdf(pdf)).pages[0]).toContain(`Vorgangsnummer ${reference}`);
  expect(await qrOf(pdf, 1)).toBeNull();

  await page.goto(receipt.replace(/\/updates\/.*/, "/history"));
  await page.getByRole("link", { name: `Beleg ansehen ${reference}` }).click();
  await expect(page).toHaveURL(receipt);
  const anna = await signedIn(customers.anna);
  for (const path of [receipt, `${receipt}.pdf`]) expect((await anna.request.get(path)).status()).toBe(404);
});

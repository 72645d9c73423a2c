import { staff } from "../support/browser-actors.ts";
import { newCustomer } from "../support/browser-customers.ts";
import { checkAnswers, openEdit, saveForReference } from "../support/browser-account.ts";
import { inbox, linkIn } from "../support/browser-inbox.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { openTaskOf } from "../support/browser-tasks.ts";
import { expect, type Page, test } from "../support/browser.ts";

const narrow = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };

test("a change that was somebody else's is taken back by the link in its receipt", async ({ signedIn, browser }) => {
  const leon = await newCustomer("person");
  const page = await signedIn(leon, { ownSession: true });
  const before = await changePhone(page, "+49 30 55501177");
  const reference = await saveForReference(page);
  const receipt = await inbox.mail(leon.email, new RegExp(reference));

  const outsider = await (await browser.newContext(narrow)).newPage();
  await test.step("opening the link shows masked values and changes nothing", async () => {
    await outsider.goto(linkIn(receipt, "/undo/"));
    await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("War diese Änderung nicht von Ihnen?");
    const main = outsider.getByRole("main");
    await expect(main).toContainText(reference);
    await expect(main).toContainText("••77");
    for (const value of ["55501177", before]) await expect(main).not.toContainText(value);
    await expectNoSidewaysScroll(outsider);
    await page.goto("/account");
    await expect(page.getByRole("main")).toContainText("55501177");
  });

  await test.step("pressing it takes the change back and ends the session", async () => {
    await outsider.getByRole("button", { name: "Rückgängig machen" }).click();
    await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("Die Änderung ist rückgängig gemacht");
    await expectNoSidewaysScroll(outsider);
    await page.goto("/account");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmelden");
    const again = await signedIn(leon, { ownSession: true });
    await again.goto("/account");
    await expect(again.getByRole("main")).toContainText(before);
    await expect(again.getByRole("main")).not.toContainText("55501177");
  });

  await test.step("the link says that it is done, and the new receipt has none", async () => {
    await outsider.goto(linkIn(receipt, "/undo/"));
    await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("Die Änderung ist rückgängig gemacht");
    await expect(outsider.getByRole("button", { name: "Rückgängig machen" })).toHaveCount(0);
    const undone = await outsider.getByText("Vorgangsnummer:").locator("strong").innerText();
    expect((await inbox.mail(leon.email, new RegExp(undone.trim()))).text).not.toContain("/undo/");
  });

  await test.step("an agent finds the task and settles it", async () => {
    const desk = await signedIn(staff.jana);
    await openTaskOf(desk, reference);
    const task = desk.getByRole("main");
    await expect(task).toContainText("„Das war ich nicht“");
    await task.getByRole("button", { name: "Erledigt" }).click();
    await expect(desk.getByRole("status")).toContainText("Die Aufgabe ist erledigt.");
  });
});

test("where something was changed since, nothing is touched and somebody looks at it", async ({ signedIn, browser }) => {
  const peter = await newCustomer("person");
  const page = await signedIn(peter, { ownSession: true });
  await changePhone(page, "+49 30 55501188");
  const reference = await saveForReference(page);
  await changePhone(page, "+49 30 55501199");
  await saveForReference(page);

  const outsider = await (await browser.newContext(narrow)).newPage();
  await outsider.goto(linkIn(await inbox.mail(peter.email, new RegExp(reference)), "/undo/"));
  await outsider.getByRole("button", { name: "Rückgängig machen" }).click();
  await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("Wir gehen der Sache nach");
  await expect(outsider.getByRole("main")).toContainText(reference);
  const again = await signedIn(peter, { ownSession: true });
  await again.goto("/account");
  await expect(again.getByRole("main")).toContainText("55501199");
});

test("a change ahead is announced at once and stopped by the link in its notice", async ({ signedIn, browser }) => {
  const karl = await newCustomer("person");
  const page = await signedIn(karl, { ownSession: true });
  await planMove(page, "Warnowufer 7");
  const notice = await inbox.mail(karl.email, /ändern sich ab/);
  expect(notice.text).toContain("Warnowufer 7");

  const outsider = await (await browser.newContext(narrow)).newPage();
  await outsider.goto(linkIn(notice, "/stop/"));
  await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("Diese Änderung stoppen?");
  await expect(outsider.getByRole("main")).not.toContainText("Warnowufer");
  await expectNoSidewaysScroll(outsider);
  await outsider.getByRole("button", { name: "Änderung stoppen" }).click();
  await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("Die Änderung ist gestoppt");
  await outsider.goto(linkIn(notice, "/stop/"));
  await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("Die Änderung ist gestoppt");

  const again = await signedIn(karl, { ownSession: true });
  await again.goto("/account");
  await expect(again.getByRole("main")).not.toContainText("Warnowufer");
});

test("a link that is none of ours says what to do", async ({ page }) => {
  for (const path of ["/undo", "/stop", "/freeze"]) {
    await page.goto(`${path}/8a0f4c5e-2f55-4f0c-9a66-6a1b8f0f6c11/nothing`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dieser Link führt nirgendwohin");
    await expect(page.getByText("So erreichen Sie uns").first()).toBeVisible();
    await page.goto(`${path}/nothing/nothing`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dieser Link führt nirgendwohin");
  }
});

/** Types another number on the form, up to its check page; returns the end of the old one as the page shows it. */
async function changePhone(page: Page, number: string): Promise<string> {
  await openEdit(page);
  const phone = page.locator("input[type=tel]").first();
  const before = await phone.inputValue();
  await phone.fill(number);
  await checkAnswers(page);
  await expect(page.getByRole("main")).toContainText(number.slice(-8));
  return before;
}

/** Plans another street for the billing address, thirty days ahead. */
async function planMove(page: Page, street: string): Promise<void> {
  await page.goto("/account");
  await page.getByRole("article").filter({ hasText: "Rechnungsadresse" }).getByRole("link", { name: "Ändern" }).click();
  await page.getByLabel("Straße und Hausnummer").fill(street);
  await page.getByLabel("Ab welchem Tag gilt das?").fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
  await checkAnswers(page);
  await saveForReference(page);
}

import { answer, checkAnswers, line, openEdit, save } from "../support/browser-account.ts";
import { customers, staff } from "../support/browser-actors.ts";
import { inbox, linkIn } from "../support/browser-inbox.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { askForCode, typeCode, wrongCode } from "../support/browser-sign-in.ts";
import { openTaskOf } from "../support/browser-tasks.ts";
import { expect, type Page, test } from "../support/browser.ts";

test("a new address counts after its code, and the old one can stop it", async ({ signedIn, browser }) => {
  const owner = await ownCustomer();
  const fresh = `neu.${owner.accountNumber}@post.example.com`;
  const page = await signedIn(owner, { ownSession: true });

  const code = await inbox.code(fresh, () => changeEmail(page, owner.email, fresh));
  await test.step("until then the old address stays", async () => {
    const overview = await page.context().newPage();
    await overview.goto("/account");
    await expect(overview.getByRole("article").filter({ hasText: owner.email })).toBeVisible();
    await expect(overview.getByText("Eine neue E-Mail-Adresse wartet auf ihren Code")).toBeVisible();
    await overview.close();
  });

  await test.step("a wrong code is refused, the right one counts", async () => {
    await typeProof(page, wrongCode(code));
    await expect(page.getByRole("alert")).toContainText("Dieser Code stimmt nicht oder gilt nicht mehr.");
    await expect(page.getByLabel("Code aus acht Ziffern")).toHaveValue(wrongCode(code));
    await typeProof(page, code);
    await expect(page.getByText("Ihre Vorgangsnummer:")).toBeVisible();
    await expect(answer(page, "E-Mail")).toContainText(fresh);
  });

  await test.step("the receipt goes to the new address, with the old one masked", async () => {
    const receipt = await inbox.mail(fresh, /aktualisiert/);
    expect(receipt.text).toContain(fresh);
    expect(receipt.text).not.toContain(owner.email);
    expect(receipt.html).not.toContain(owner.email);
  });

  const warning = await inbox.mail(owner.email, /Ihre E-Mail-Adresse wurde geändert/);
  const outsider = await (await browser.newContext()).newPage();
  await test.step("opening the link at the old address changes nothing", async () => {
    await outsider.goto(linkIn(warning, "/freeze/"));
    await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("War diese Änderung nicht von Ihnen?");
    await expect(outsider.getByRole("main")).not.toContainText(fresh);
    await page.goto("/account");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stimmen Ihre Angaben noch?");
  });

  await test.step("pressing it ends the session and sign-in at both addresses", async () => {
    await outsider.getByRole("button", { name: "Anmeldung jetzt sperren" }).click();
    await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("Die Anmeldung ist gesperrt");
    await page.goto("/account");
    await expect(page.getByRole("main")).not.toContainText(fresh);
    for (const address of [fresh, owner.email]) {
      await askForCode(outsider, address);
      const mail = await inbox.mail(address, /Anmeldung mit dieser Adresse|Anmeldecode/);
      expect(mail.subject).toBe("Anmeldung mit dieser Adresse");
    }
  });

  await test.step("and an agent finds a task", async () => {
    const desk = await signedIn(staff.jana);
    await openTaskOf(desk, owner.accountNumber);
    await expect(desk.getByRole("main")).toContainText("Wer sich wieder anmelden darf, entscheidet eine Teamleitung.");
  });

  await test.step("which a supervisor settles: the person may sign in again", async () => {
    const desk = await signedIn(staff.miriam);
    await openTaskOf(desk, owner.accountNumber);
    await desk.getByRole("checkbox", { name: new RegExp(fresh) }).check();
    await desk.getByRole("button", { name: "Sperre aufheben" }).click();
    await expect(desk.getByLabel("Grund")).toHaveAccessibleDescription(/Geben Sie einen Grund an\./);
    await expect(desk.getByRole("checkbox", { name: new RegExp(fresh) })).toBeChecked();
    await desk.getByLabel("Grund").fill("Hat Rückruf und Ausweis");
    await desk.getByRole("button", { name: "Sperre aufheben" }).click();
    await expect(desk.getByRole("status")).toContainText("Die Aufgabe ist erledigt.");
    await inbox.mail(fresh, /^Die Anmeldung ist wieder möglich$/);
    const again = await signedIn({ ...owner, email: fresh }, { ownSession: true });
    await again.goto("/account");
    await expect(again.getByRole("main")).toContainText(fresh);
  });
});

test("whoever asks for the address back before its code keeps it", async ({ signedIn }) => {
  const { stefan } = customers;
  const page = await signedIn(stefan);
  const first = await inbox.code("stefan.eins@post.example.com", () => changeEmail(page, stefan.email, "stefan.eins@post.example.com"));
  const firstPage = page.url();
  const second = await inbox.code("stefan.zwei@post.example.com", () => changeEmail(page, stefan.email, "stefan.zwei@post.example.com"));
  await page.goto(firstPage);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dieser Code wird nicht mehr gebraucht");
  expect(first).not.toBe(second);
  await page.goto("/account");
  await expect(page.getByRole("article").filter({ hasText: stefan.email })).toBeVisible();
});

test("a proof's code is no way to sign in", async ({ page, signedIn }) => {
  const stranger = "fremder@post.example.com";
  const owner = await signedIn(customers.stefan);
  await openEdit(owner);
  await owner.getByText("Telefon, Fax oder E-Mail hinzufügen").click();
  await line(owner, "E-Mail").last().fill(stranger);
  await checkAnswers(owner);
  const code = await inbox.code(stranger, () => save(owner));
  await page.goto("/sign-in");
  await page.getByLabel("Ihre E-Mail-Adresse").fill(stranger);
  await page.getByRole("button", { name: "Code anfordern" }).click();
  await typeCode(page, code);
  await expect(page.getByRole("alert")).toBeVisible();
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmelden");
});

test("an address that opens two customers asks whose details it is about", async ({ signedIn, page }) => {
  const { hoffmann, mohammed } = customers;
  const owner = await signedIn(hoffmann, { ownSession: true, locale: "de" });
  await typeProof(owner, await inbox.code(mohammed.email, () => changeEmail(owner, hoffmann.email, mohammed.email)));
  await expect(owner.getByText("Ihre Vorgangsnummer:")).toBeVisible();
  await inbox.mail(mohammed.email, /^Your contact details were updated/);

  await typeCode(page, await inbox.code(mohammed.email, () => askForCode(page, mohammed.email)));
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Um wessen Angaben geht es?");
  await page.getByRole("link", { name: mohammed.name }).click();
  await expect(page.getByRole("banner")).toContainText(mohammed.accountNumber);
  await page.getByRole("link", { name: "Andere Konten" }).click();
  await page.getByRole("link", { name: hoffmann.name }).click();
  await expect(page.getByRole("banner")).toContainText(hoffmann.accountNumber);
});

async function changeEmail(page: Page, from: string, to: string): Promise<void> {
  await openEdit(page);
  await page.locator(`input[type=email][value="${from}"]`).fill(to);
  await checkAnswers(page);
  await save(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Neue E-Mail-Adresse bestätigen");
}

async function typeProof(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code aus acht Ziffern").fill(code);
  await page.getByRole("button", { name: "Adresse bestätigen" }).click();
}

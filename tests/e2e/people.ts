import { customers, staff } from "../support/browser-actors.ts";
import { inbox, linkIn } from "../support/browser-inbox.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { askForCode, typeCode } from "../support/browser-sign-in.ts";
import { answer, checkAnswers, openEdit, saveForReference } from "../support/browser-account.ts";
import { expect, type Page, test } from "../support/browser.ts";

const { nordlicht } = customers;
const narrow = { viewport: { width: 320, height: 640 }, javaScriptEnabled: false };

test("an owner invites somebody, who signs in, accepts, changes something under their name, and is removed again", async ({ signedIn, browser }) => {
  const company = await ownCustomer({ kind: "company" });
  const guest = { email: `birgit.${company.accountNumber}@post.example.com`, name: "Birgit Sommer" };
  const owner = await signedIn(company, narrow);
  await openPeople(owner);
  await expect(owner.getByRole("article")).toHaveCount(1);

  await test.step("what is missing is said beside its field, and what was typed stays", async () => {
    await owner.getByRole("link", { name: "Jemanden einladen" }).click();
    await owner.getByLabel("E-Mail-Adresse der Person").fill("birgit.sommer(at)firma");
    await owner.getByRole("button", { name: "Einladung senden" }).click();
    await expect(owner.getByRole("alert").getByRole("listitem")).toHaveCount(3);
    await expect(owner.getByLabel("E-Mail-Adresse der Person")).toHaveValue("birgit.sommer(at)firma");
    await expectNoSidewaysScroll(owner);
  });
  await test.step("the invitation waits on the page of people", async () => {
    await owner.getByLabel("Name der Person").fill(guest.name);
    await owner.getByLabel("E-Mail-Adresse der Person").fill(guest.email);
    await owner.getByRole("radio", { name: "Alle Angaben sehen und ändern", exact: false }).first().check();
    await owner.getByRole("button", { name: "Einladung senden" }).click();
    await expect(owner.getByText("Die Einladung ist unterwegs")).toBeVisible();
    await expect(owner.getByRole("article").filter({ hasText: guest.email })).toContainText("eingeladen");
    await expectNoSidewaysScroll(owner);
  });

  const visitor = await (await browser.newContext(narrow)).newPage();
  await test.step("the invited person proves the address by signing in, and accepts", async () => {
    const mail = await inbox.mail(guest.email, /^Einladung zu einem Kundenkonto/);
    expect(mail.text).toContain(company.name);
    await typeCode(visitor, await inbox.code(guest.email, () => askForCode(visitor, guest.email, linkIn(mail, "/sign-in"))));
    await expect(visitor.getByRole("heading", { level: 1 })).toHaveText("Nehmen Sie die Einladung an?");
    await expect(visitor.getByRole("main")).toContainText(company.name);
    await expectNoSidewaysScroll(visitor);
    await visitor.getByRole("button", { name: `Annehmen: ${company.name}` }).click();
    await expect(visitor.getByRole("banner")).toContainText(company.accountNumber);
  });
  await test.step("a member sees the others, and no way to invite or remove them", async () => {
    await openPeople(visitor);
    await expect(visitor.getByRole("article")).toHaveCount(2);
    await expect(visitor.getByRole("link", { name: "Jemanden einladen" })).toHaveCount(0);
    await expect(visitor.getByRole("link", { name: /entfernen$/ })).toHaveCount(0);
    await expect(visitor.getByRole("link", { name: "Zugang aufgeben" })).toBeVisible();
    expect((await visitor.goto(`${new URL(visitor.url()).pathname}/invitations`))?.status()).toBe(403);
  });
  await test.step("the owners get word, and each change says who made it", async () => {
    expect((await inbox.mail(company.email, /^Jemand hat jetzt Zugang/)).text).toContain(guest.name);
    await openEdit(visitor);
    await visitor.locator("input[type=tel]").first().fill("+49 30 23125777");
    await checkAnswers(visitor);
    const reference = await saveForReference(visitor);
    expect((await inbox.mail(company.email, new RegExp(reference))).text).toContain(guest.name);
    await owner.goto("/account");
    await owner.getByRole("link", { name: "Verlauf" }).click();
    await expect(owner.getByText(`${guest.name}, online`)).toBeVisible();
  });
  await test.step("removed, after a look at who it is, they are out at once and told so", async () => {
    await openPeople(owner);
    await owner.getByRole("link", { name: `${guest.name} entfernen` }).click();
    await expect(answer(owner, "E-Mail")).toContainText(guest.email);
    await owner.getByRole("button", { name: "Zugang beenden" }).click();
    await expect(owner.getByText("Der Zugang ist beendet")).toBeVisible();
    expect((await visitor.goto("/account"))?.status()).toBe(403);
    expect((await inbox.mail(guest.email, /^Ihr Zugang ist beendet/)).text).toContain(company.name);
  });
});

test("an invitation can be taken back, and then opens nothing", async ({ signedIn, page }) => {
  const company = await ownCustomer({ kind: "company" });
  const address = `doris.${company.accountNumber}@post.example.com`;
  const owner = await signedIn(company, { javaScriptEnabled: false });
  await openPeople(owner);
  await owner.getByRole("link", { name: "Jemanden einladen" }).click();
  await owner.getByLabel("Name der Person").fill("Doris Nicht");
  await owner.getByLabel("E-Mail-Adresse der Person").fill(address);
  await owner.getByRole("radio", { name: /Hauptzugang/ }).check();
  await owner.getByRole("button", { name: "Einladung senden" }).click();
  await inbox.mail(address, /^Einladung/);

  await owner.getByRole("button", { name: "Einladung an Doris Nicht zurückziehen" }).click();

  await expect(owner.getByText("Die Einladung ist zurückgezogen")).toBeVisible();
  await expect(owner.getByRole("article").filter({ hasText: address })).toHaveCount(0);
  await askForCode(page, address);
  expect((await inbox.mail(address, /Anmeld/)).subject).toBe("Anmeldung mit dieser Adresse");
});

test("the last owner cannot leave", async ({ signedIn }) => {
  const owner = await signedIn(nordlicht, { javaScriptEnabled: false });
  await openPeople(owner);
  await expect(owner.getByRole("article").filter({ hasText: nordlicht.email })).toBeVisible();
  await expect(owner.getByRole("link", { name: "Zugang aufgeben" })).toHaveCount(0);
});

test("staff have no page of people", async ({ signedIn }) => {
  const owner = await signedIn(nordlicht);
  await openPeople(owner);
  const agent = await signedIn(staff.jana);
  expect((await agent.goto(new URL(owner.url()).pathname))?.status()).toBe(404);
});

async function openPeople(page: Page): Promise<void> {
  await page.goto("/account");
  await page.getByRole("navigation").getByRole("link", { name: "Personen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Wer sich anmelden darf");
}

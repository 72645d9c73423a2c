import { staff, unopened } from "../support/browser-actors.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expectNoSidewaysScroll } from "../support/browser-layout.ts";
import { printActivation } from "../support/browser-letters.ts";
import { typeCode } from "../support/browser-sign-in.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

const { anneliese, highland } = unopened;
const CODE = "K7MX-4QPD-9RTW";

test("somebody without an email on file orders a letter, and its code makes their address a login", async ({ page, signedIn }) => {
  const address = "anneliese.winkler@post.example.com";
  await test.step("a letter is ordered, with the same answer for a number that nobody has", async () => {
    await order(page, "10000000");
    const told = await page.getByRole("main").innerText();
    await order(page, anneliese.accountNumber);
    expect(await page.getByRole("main").innerText()).toBe(told);
  });
  await test.step("an agent sees it on the record", async () => {
    const agent = await signedIn(staff.jana);
    await agent.goto(`/desk/customers/${anneliese.accountNumber}`);
    await expect(agent.getByText(/auf der Anmeldeseite.*noch nicht gedruckt/)).toBeVisible();
  });
  await printActivation(anneliese.accountNumber, CODE);

  await test.step("what cannot be a code costs no try and is explained", async () => {
    await page.getByRole("link", { name: "Ich habe schon einen Code" }).click();
    await activate(page, { account: "12", code: "O0I1", email: "anneliese" });
    await expect(page.getByRole("alert").getByRole("listitem")).toHaveCount(3);
    await expect(page.getByLabel("Code aus dem Brief")).toHaveValue("O0I1");
    await expectNoSidewaysScroll(page);
  });
  await test.step("a wrong code is refused and the right one, however typed, leads on", async () => {
    await activate(page, { account: anneliese.accountNumber, code: "2222-2222-2222", email: address });
    await expect(page.getByLabel("Code aus dem Brief")).toHaveAccessibleDescription(/passen nicht zusammen/);
    const code = await inbox.code(address, () => activate(page, { account: anneliese.accountNumber, code: "k7mx 4qpd 9rtw", email: address }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Code eingeben");
    await typeCode(page, code);
    await expect(page.getByRole("banner")).toContainText(anneliese.name);
    await expectNoSidewaysScroll(page);
  });
  await test.step("the code is used up", async () => {
    await page.goto("/activate");
    await activate(page, { account: anneliese.accountNumber, code: CODE, email: "somebody.else@post.example.com" });
    await expect(page.getByRole("alert")).toContainText("passen nicht zusammen");
  });
});

test("five wrong tries lock the code, and the page says what to do", async ({ page, signedIn }) => {
  const agent = await signedIn(staff.tobias, { javaScriptEnabled: true });
  await agent.goto(`/desk/customers/${highland.accountNumber}`);
  await agent.getByRole("button", { name: "Brief mit Code bestellen" }).click();
  await expect(agent.getByText("Der Brief mit dem Code wartet auf den Druck.")).toBeVisible();
  await expect(agent.getByText(new RegExp(staff.tobias.name)).filter({ hasText: "noch nicht gedruckt" })).toBeVisible();
  await printActivation(highland.accountNumber, CODE);
  const wrong = { account: highland.accountNumber, code: "2222-2222-2222", email: "office@highland.example.com" };

  await page.goto("/activate");
  for (const tries of [1, 2, 3, 4]) {
    await test.step(`try ${tries}`, async () => {
      await activate(page, wrong);
      await expect(page.getByRole("alert")).toContainText("passen nicht zusammen");
    });
  }
  await activate(page, wrong);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zu viele falsche Antworten");
  await expect(page.getByRole("main").getByRole("link", { name: /^\+?\d/ })).toBeVisible();
  await expectNoSidewaysScroll(page);

  await page.goto("/activate");
  await activate(page, { ...wrong, code: CODE });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zu viele falsche Antworten");
  await page.getByRole("link", { name: "Neuen Brief bestellen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ein Code per Brief");
});

async function order(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Mit einem Code per Brief anmelden" }).click();
  await page.getByLabel("Kundennummer").fill(account);
  await page.getByRole("button", { name: "Brief bestellen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Der Brief ist bestellt");
}

async function activate(page: Page, { account, code, email }: { account: string; code: string; email: string }): Promise<void> {
  await page.getByLabel("Kundennummer").fill(account);
  await page.getByLabel("Code aus dem Brief").fill(code);
  await page.getByLabel("Ihre E-Mail-Adresse").fill(email);
  await page.getByRole("button", { name: "Weiter" }).click();
}

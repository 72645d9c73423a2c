import { type CustomerActor, customers, staff } from "../support/browser-actors.ts";
import { askForCode, typeCode, wrongCode } from "../support/browser-sign-in.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expect, type Page, test } from "../support/browser.ts";

const refused = "Dieser Code stimmt nicht oder gilt nicht mehr.";
const { sepp, paul, michael, mia, jonas } = customers;

test("a wrong code is refused beside its field, and the right one still works", async ({ page }) => {
  const code = await inbox.code(sepp.email, () => askForCode(page, sepp.email));
  await typeCode(page, wrongCode(code));
  await expect(page.getByRole("alert")).toContainText(refused);
  await expect(page.getByLabel("Code aus acht Ziffern")).toHaveAccessibleDescription(new RegExp(refused));
  await expect(page.getByLabel("Code aus acht Ziffern")).toHaveValue(wrongCode(code));
  await typeCode(page, code);
  await expectInside(page, sepp);
});

test("a code that is no code is explained", async ({ page }) => {
  await askForCode(page, "niemand@kartei.example.com");
  await typeCode(page, "1234<b>");
  await expect(page.getByLabel("Code aus acht Ziffern")).toHaveAccessibleDescription(/Geben Sie die acht Ziffern aus unserer E-Mail ein\./);
  await expect(page.getByLabel("Code aus acht Ziffern")).toHaveValue("1234<b>");
});

test("a code works once", async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  const code = await inbox.code(paul.email, () => askForCode(page, paul.email));
  await typeCode(page, code);
  await expectInside(page, paul);
  await inbox.code(paul.email, () => askForCode(elsewhere, paul.email));
  await typeCode(elsewhere, code);
  await expect(elsewhere.getByRole("alert")).toContainText(refused);
});

test("after five wrong tries only a new code helps", async ({ page }) => {
  const code = await inbox.code(michael.email, () => askForCode(page, michael.email));
  for (const tries of [1, 2, 3, 4, 5]) {
    await test.step(`try ${tries}`, async () => {
      await typeCode(page, wrongCode(code));
      await expect(page.getByRole("alert")).toContainText(refused);
    });
  }
  await typeCode(page, code);
  await expect(page.getByRole("alert")).toContainText("Zu viele falsche Versuche. Mit einem neuen Code geht es weiter.");
  const fresh = await inbox.code(michael.email, async () => {
    await page.getByRole("link", { name: "Neuen Code anfordern" }).click();
    await askForCode(page, michael.email);
  });
  await typeCode(page, fresh);
  await expectInside(page, michael);
});

test("an unknown address gets the same page, and a mail that says so", async ({ page }) => {
  await askForCode(page, mia.email);
  const known = await page.getByRole("main").innerText();
  const stranger = "fremde.person@nirgends.example.com";
  await askForCode(page, stranger);
  expect(await page.getByRole("main").innerText()).toBe(known.replace(mia.email, stranger));
  const mail = await inbox.mail(stranger, /Anmeldung mit dieser Adresse/);
  expect(mail.text).toContain("Wir haben kein Konto dazu");
  expect(mail.text).not.toMatch(/^\d{8}$/m);
  await typeCode(page, "12345678");
  await expect(page.getByRole("alert")).toContainText(refused);
});

test("signing out ends the session, for a copied cookie too", async ({ signedIn, browser }) => {
  const page = await signedIn(jonas, { ownSession: true, locale: "de" });
  await page.goto("/account");
  await expectInside(page, jonas);
  const copy = await browser.newContext({ storageState: await page.context().storageState() });
  await page.getByRole("button", { name: "Abmelden" }).click();
  await expect(page.getByRole("link", { name: "Anmelden" })).toBeVisible();
  await expectSignedOut(page);
  await expectSignedOut(await copy.newPage());
});

test("a token that was tampered with opens nothing", async ({ signedIn }) => {
  const forgeries = {
    "another signature": (token: string) => `${token.slice(0, -6)}AAAAAA`,
    "another person": (token: string) => withClaim(token, { sub: "00000000-0000-4000-8000-000000000000" }),
    "no signature": (token: string) => `${token.split(".").slice(0, 2).join(".")}.`,
  };
  const page = await signedIn(customers.sabine);
  const cookies = await page.context().cookies();
  for (const [what, forge] of Object.entries(forgeries)) {
    await test.step(what, async () => {
      await page.context().addCookies(cookies.map((cookie) =>
        (cookie.name === "kartei-session" ? { ...cookie, value: withToken(cookie.value, forge) } : cookie)));
      await expectSignedOut(page);
    });
  }
});

test("whoever was on the way to a page gets there after signing in", async ({ page, signedIn }) => {
  const already = await signedIn(customers.wolfgang, { ownSession: true });
  await already.goto("/account");
  const history = `${new URL(already.url()).pathname}/history`;
  await page.goto(history);
  await expect(page).toHaveURL(`/sign-in?to=${encodeURIComponent(history)}`);
  const code = await inbox.code(customers.wolfgang.email, () => askForCode(page, customers.wolfgang.email, page.url()));
  await typeCode(page, code);
  await expect(page).toHaveURL(history);
});

test("after signing in or choosing a language nobody is led to another site", async ({ page, signedIn }) => {
  const inside = await signedIn(customers.sabine);
  await inside.goto("/");
  for (const to of ["https://evil.example/", "//evil.example/", "/\\evil.example/", "/\t/evil.example/", "javascript:alert(1)"]) {
    await test.step(to, async () => {
      await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
      await expect(page.locator("input[name=to]")).toHaveValue("/");
      const answer = await inside.request.post("/language", { form: { locale: "de", return_to: to }, maxRedirects: 0 });
      expect(answer.headers().location).toBe("/");
    });
  }
});

test("staff land at the desk, and customers may not go there", async ({ page, signedIn }) => {
  const code = await inbox.code(staff.gergo.email, () => askForCode(page, staff.gergo.email));
  await typeCode(page, code);
  await expect(page).toHaveURL(/\/desk$/);
  const customer = await signedIn(customers.sabine);
  const answer = await customer.goto("/desk");
  expect(answer?.status()).toBe(403);
});

test("one customer's pages stay shut for another", async ({ signedIn }) => {
  const owner = await signedIn(customers.wolfgang);
  await owner.goto("/account");
  const stranger = await signedIn(customers.sabine);
  const answer = await stranger.goto(new URL(owner.url()).pathname);
  expect(answer?.status()).toBe(404);
  await expect(stranger.getByRole("main")).not.toContainText(customers.wolfgang.name);
});

async function expectInside(page: Page, customer: CustomerActor): Promise<void> {
  await expect(page.getByRole("banner").getByText(customer.name)).toBeVisible();
}

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto("/account");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmelden");
}

const BASE64 = "base64-";

function withToken(cookie: string, change: (token: string) => string): string {
  const session = JSON.parse(Buffer.from(cookie.slice(BASE64.length), "base64url").toString()) as { access_token: string };
  return BASE64 + Buffer.from(JSON.stringify({ ...session, access_token: change(session.access_token) })).toString("base64url");
}

function withClaim(token: string, claim: Record<string, string>): string {
  const [head = "", body = "", signature = ""] = token.split(".");
  const claims = { ...(JSON.parse(Buffer.from(body, "base64url").toString()) as object), ...claim };
  return [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
}

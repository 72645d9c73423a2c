import { customers, staff } from "../support/browser-actors.ts";
import { passedCheck, tickAll } from "../support/browser-caller-check.ts";
import { wrongCode } from "../support/browser-sign-in.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expect, test } from "../support/browser.ts";

test("an agent takes a new address on a call, with the code that the caller reads out", async ({ signedIn }) => {
  const { joerg } = customers;
  const fresh = "joerg.neu@post.example.com";
  const page = await signedIn(staff.jana);
  await passedCheck(staff.jana, joerg);
  await page.goto(`/desk/customers/${joerg.accountNumber}/edit`);
  await page.getByRole("radio", { name: /^Am Telefon/ }).check();
  await page.getByRole("group", { name: "E-Mail" }).first().getByRole("textbox").fill(fresh);
  await page.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await tickAll(page);
  const code = await inbox.code(fresh, () => page.getByRole("button", { name: "Speichern" }).click());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcher Code steht in der E-Mail?");
  await page.getByLabel("Code aus acht Ziffern").fill(wrongCode(code));
  await page.getByRole("button", { name: "Adresse übernehmen" }).click();
  await expect(page.getByRole("alert")).toContainText("Dieser Code stimmt nicht oder ist abgelaufen.");
  await page.getByLabel("Code aus acht Ziffern").fill(code);
  await page.getByRole("button", { name: "Adresse übernehmen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(joerg.name);
  await expect(page.getByRole("region", { name: "Angaben" }).first()).toContainText(fresh);
  const warning = await inbox.mail(joerg.email, /Ihre E-Mail-Adresse wurde geändert/);
  expect(warning.text).toContain("/freeze/");
});

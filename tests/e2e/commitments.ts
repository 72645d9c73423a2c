import { staff } from "../support/browser-actors.ts";
import { ownCustomer } from "../support/browser-own-customer.ts";
import { expect, type Page, test } from "../support/browser.ts";

const title = (page: Page) => page.getByRole("heading", { level: 1 });

/** Saves a note with promises about a new customer, due tomorrow, by whoever writes; each has words of its own. */
async function promise(page: Page, ...promises: string[]) {
  const customer = await ownCustomer();
  await page.goto(`/desk/customers/${customer.accountNumber}/notes/new`);
  await page.getByRole("button", { name: "Notiz beginnen" }).click();
  await page.getByLabel("Anlass").selectOption({ label: "Rückruf" });
  await page.getByLabel("Ergebnis").selectOption({ label: "zugesagt" });
  await page.getByRole("radio", { name: "nicht gefragt" }).check();
  for (const [at, what] of promises.entries()) {
    await page.getByRole("button", { name: "Zusage hinzufügen" }).click();
    await page.getByLabel("Was sagen wir zu?").nth(at).fill(what);
    await page.getByLabel("Bis wann?").nth(at).fill(new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10));
  }
  await page.getByRole("button", { name: "Notiz speichern" }).click();
  await expect(title(page)).toHaveText(customer.name);
  return customer;
}

test("a promise is kept from the list, one is broken with a reason, and the record and the customer see what became of them", async ({ signedIn }) => {
  const [keep, lose] = [`Angebot ${crypto.randomUUID().slice(0, 8)}`, `Muster ${crypto.randomUUID().slice(0, 8)}`] as const;
  const page = await signedIn(staff.jana);
  const customer = await promise(page, keep, lose);

  await test.step("keeps one", async () => {
    await page.getByRole("link", { name: "Zusagen", exact: true }).click();
    await page.getByRole("button", { name: `Eingehalten: ${keep}` }).click();
    await expect(page.getByRole("status")).toContainText("Der Stand ist festgehalten.");
    await expect(page.getByRole("row").filter({ hasText: keep })).toHaveCount(0);
  });

  await test.step("breaks the other; without a reason the page says so", async () => {
    await page.getByRole("link", { name: lose }).click();
    await page.getByText("Nicht eingehalten?", { exact: true }).click();
    await page.getByRole("button", { name: "Als nicht eingehalten festhalten" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.getByLabel("Warum wurde sie nicht eingehalten?").fill("Das Muster war vergriffen.");
    await page.getByRole("button", { name: "Als nicht eingehalten festhalten" }).click();
    await expect(page.getByRole("main")).toContainText("Das Muster war vergriffen.");
    await expect(page.getByRole("button", { name: "Eingehalten" })).toHaveCount(0);
  });

  await test.step("the record says so on top", async () => {
    await page.goto(`/desk/customers/${customer.accountNumber}`);
    const top = page.getByRole("region", { name: "Zusagen" });
    await expect(top).toContainText(lose);
    await expect(top).toContainText("Das Muster war vergriffen.");
    await expect(top).not.toContainText(keep);
  });

  await test.step("the customer reads both states, but not the reason", async () => {
    const portal = await signedIn(customer, { javaScriptEnabled: false });
    await portal.goto(`/account/${customer.id}/contacts`);
    await expect(portal.getByRole("listitem").filter({ hasText: keep }).last()).toContainText("eingehalten");
    await expect(portal.getByRole("listitem").filter({ hasText: lose }).last()).toContainText("nicht eingehalten");
    expect(await portal.content()).not.toContain("vergriffen");
  });
});

test("whoever is slower hears that a promise is settled already, and a note not saved is not forgotten", async ({ signedIn }) => {
  const what = `Rückruf ${crypto.randomUUID().slice(0, 8)}`;
  const page = await signedIn(staff.jana);
  await promise(page, what);
  await page.goto("/desk/commitments");
  const slower = await signedIn(staff.jana);
  await slower.goto("/desk/commitments");
  await page.getByRole("link", { name: what }).click();
  await page.getByText("Zurückgenommen?", { exact: true }).click();
  await page.getByLabel("Warum wurde sie zurückgenommen?").fill("Der Kunde meldet sich selbst.");
  await page.getByRole("button", { name: "Als zurückgenommen festhalten" }).click();
  await expect(page.getByRole("main")).toContainText("zurückgenommen");
  await slower.getByRole("button", { name: `Eingehalten: ${what}` }).click();
  await expect(slower.getByRole("status")).toContainText("Jemand war schneller");

  const other = await ownCustomer();
  await page.goto(`/desk/customers/${other.accountNumber}/notes/new`);
  await page.getByRole("button", { name: "Notiz beginnen" }).click();
  await page.goto("/desk/commitments");
  const drafts = page.getByRole("main").locator("li").filter({ has: page.locator(`a[href$="${other.accountNumber}/notes/new"]`) });
  await expect(drafts).toContainText(other.name);
});

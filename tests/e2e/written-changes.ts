import { customers, staff } from "../support/browser-actors.ts";
import { keyFirst, keySecond, openSheet, phoneField } from "../support/browser-paper.ts";
import { inbox } from "../support/browser-inbox.ts";
import { expect, test } from "../support/browser.ts";

test("a change from a paid invoice is keyed twice, blind, and applied", async ({ signedIn }) => {
  const customer = customers.lajos;
  const written = { customer, phone: "06 62 555 082", street: "Ady Endre utca 14." };
  const jana = await signedIn(staff.jana);
  const sheet = await keyFirst(jana, written);

  await test.step("whoever keyed it may not check it", async () => {
    await jana.goto("/desk/written-changes");
    await expect(jana.getByRole("link", { name: `Blatt ${sheet} prüfen` })).toHaveCount(0);
    await expect(jana.getByRole("table", { name: /^Von Ihnen erfasst/ })).toContainText(sheet);
  });

  const tobias = await signedIn(staff.tobias);
  await test.step("the second person sees nothing of the first keying", async () => {
    await openSheet(tobias, `Blatt ${sheet} prüfen`);
    await expect(tobias.getByRole("main")).not.toContainText(customer.accountNumber);
    expect(await tobias.content()).not.toContain("555082");
    const refused = await jana.goto(tobias.url());
    expect(refused?.status()).toBe(403);
  });

  await test.step("both read the same: it is applied, and the customer is told", async () => {
    await keySecond(tobias, { ...written, phone: "+36 62 555-082" });
    await expect(tobias.getByRole("status")).toContainText(`Blatt ${sheet} ist übernommen`);
    const receipt = await inbox.mail(customer.email, /^Adatai frissültek/);
    expect(receipt.text).toContain("Ady Endre utca 14.");
    const owner = await signedIn(customer, { locale: "de" });
    await owner.goto("/account");
    await expect(owner.getByRole("main")).toContainText("Ady Endre utca 14.");
    await expect(owner.getByRole("article").filter({ hasText: /62\D+555 082/ })).toBeVisible();
  });
});

test("where two people read differently, a third settles it", async ({ signedIn }) => {
  const customer = customers.jonas;
  const jana = await signedIn(staff.jana);
  const sheet = await keyFirst(jana, { customer, phone: "0911 12345671" });
  const tobias = await signedIn(staff.tobias);
  await openSheet(tobias, `Blatt ${sheet} prüfen`);
  await keySecond(tobias, { customer, phone: "0911 12345677" });
  await expect(tobias.getByRole("status")).toContainText(`Blatt ${sheet} geht an eine dritte Person`);

  const gergo = await signedIn(staff.gergo, { locale: "de" });
  await openSheet(gergo, `Blatt ${sheet} klären`);
  await test.step("neither of the two may settle it", async () => {
    for (const page of [jana, tobias]) {
      await page.goto("/desk/written-changes");
      await expect(page.getByRole("link", { name: `Blatt ${sheet} klären` })).toHaveCount(0);
      expect((await page.goto(gergo.url()))?.status()).toBe(403);
    }
  });
  const comparison = gergo.getByRole("table", { name: "Beide Erfassungen" });
  await expect(comparison).toContainText("weicht ab");
  await expect(comparison).toContainText("0911 12345671");
  await expect(comparison).toContainText("0911 12345677");
  await gergo.getByRole("link", { name: "Wie Tobias Brandt ausfüllen" }).click();
  await expect(gergo.getByLabel("Telefon", { exact: true }).or(gergo.getByLabel("Telefon (freiwillig)"))).toHaveValue("0911 12345677");
  await gergo.getByRole("button", { name: "So übernehmen" }).click();
  await expect(gergo.getByRole("status")).toContainText(`Blatt ${sheet} ist übernommen`);
  const receipt = await inbox.mail(customer.email, /^Your contact details were updated/);
  expect(receipt.text).toContain("0911 12345677");
});

test("a sheet may be rejected, with a reason, and changes nothing", async ({ signedIn }) => {
  const customer = customers.bence;
  const sheet = await keyFirst(await signedIn(staff.jana), { customer, phone: "06 56 555 043" });
  const tobias = await signedIn(staff.tobias);
  await openSheet(tobias, `Blatt ${sheet} prüfen`);
  await keySecond(tobias, { customer, phone: "06 56 555 048" });
  const gergo = await signedIn(staff.gergo, { locale: "de" });
  await openSheet(gergo, `Blatt ${sheet} klären`);
  await gergo.getByRole("link", { name: "Blatt ablehnen" }).click();
  await gergo.getByRole("button", { name: "Ablehnen", exact: true }).click();
  await expect(gergo.getByLabel("Grund")).toHaveAccessibleDescription(/Geben Sie einen Grund an\./);
  await gergo.getByLabel("Grund").fill("Nicht lesbar, Kunde wird angerufen");
  await gergo.getByRole("button", { name: "Ablehnen", exact: true }).click();
  await expect(gergo.getByRole("status")).toContainText(`Blatt ${sheet} ist abgelehnt`);
  expect((await inbox.all(customer.email)).filter(({ subject }) => subject.startsWith("Adatai frissültek"))).toEqual([]);
});

test("what cannot be on a sheet is told beside its field", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto("/desk/written-changes/new");
  const save = page.getByRole("button", { name: "Erfassen", exact: true });
  await save.click();
  await expect(page.getByLabel("Kundennummer")).toHaveAccessibleDescription(/Geben Sie die Kundennummer ein\./);
  await page.getByLabel("Kundennummer").fill("11111111");
  await phoneField(page).fill("0815");
  await save.click();
  await expect(phoneField(page)).toHaveAccessibleDescription(/Diese Nummer gibt es nicht\./);
  await expect(phoneField(page)).toHaveValue("0815");
  await phoneField(page).fill("030 23125014");
  await save.click();
  await expect(page.getByLabel("Kundennummer")).toHaveAccessibleDescription(/Diese Kundennummer gibt es nicht\./);
  await page.getByLabel("Kundennummer").fill(customers.anna.accountNumber);
  await phoneField(page).fill("");
  await save.click();
  await expect(page.getByRole("alert")).toContainText("Erfassen Sie mindestens eine Angabe.");
});

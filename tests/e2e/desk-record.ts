import { customers, staff } from "../support/browser-actors.ts";
import { passedCheck } from "../support/browser-caller-check.ts";
import { newCustomer, type OwnDetail, putOnHold } from "../support/browser-customers.ts";
import { tabTo, untilHydrated } from "../support/browser-keyboard.ts";
import { expect, type Page, test } from "../support/browser.ts";

test.describe("ask now", () => {
  test("three details are asked about by one key each, and the place is kept", async ({ signedIn }) => {
    const caller = await checkedCaller([{ kind: "phone", value: "+491522881111", label: "Mobil" }]);
    const page = await signedIn(staff.jana);
    await page.goto(`/desk/customers/${caller.accountNumber}`);
    await untilHydrated(page);
    const strip = page.getByRole("region", { name: "Jetzt fragen" });
    const asked = async () => (await strip.locator("bdi").first().innerText()).trim();

    await expect(strip).toContainText("Stimmt das noch?");
    const first = await asked();
    await tabTo(page, strip.getByRole("button", { name: "Stimmt" }));
    await page.keyboard.press("1");
    await expect(strip).toContainText("Bestätigt.");
    const second = await asked();
    expect(second).not.toBe(first);
    await expect(strip.getByRole("button", { name: "Stimmt" })).toBeFocused();
    await expect(page.getByRole("region", { name: "Angaben" }).locator("div").filter({ hasText: first }).first()).toContainText("heute");

    await page.keyboard.press("3");
    await expect(strip).toContainText("Vermerkt");
    expect(await asked()).not.toBe(second);

    await page.keyboard.press("1");
    await expect(strip).toContainText("Mehr ist in diesem Gespräch nicht zu fragen.");
  });

  test("\"changed\" opens the form at that very detail", async ({ signedIn }) => {
    const caller = await checkedCaller();
    const page = await signedIn(staff.jana);
    await page.goto(`/desk/customers/${caller.accountNumber}`);
    await untilHydrated(page);
    const strip = page.getByRole("region", { name: "Jetzt fragen" });
    while (!(await strip.innerText()).includes("Telefon · Zentrale:")) {
      const before = await strip.locator("bdi").first().innerText();
      await page.keyboard.press("1");
      await expect(strip.locator("bdi").first()).not.toHaveText(before);
    }
    await page.keyboard.press("2");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Angaben berichtigen");
    await expect(page.getByRole("group", { name: "Telefon · Zentrale" }).getByRole("textbox")).toBeFocused();
  });

  test("what evidence speaks against is no question but a warning that leads to its correction", async ({ signedIn }) => {
    const caller = await checkedCaller();
    await putOnHold(caller, "phone", "number_dead");
    const page = await signedIn(staff.jana);
    await page.goto(`/desk/customers/${caller.accountNumber}`);
    await expect(page.getByRole("region", { name: "Jetzt fragen" })).not.toContainText("Telefon");
    await page.getByRole("list", { name: "Zu beachten" }).getByRole("link", { name: /Telefon · Zentrale/ }).click();
    await expect(page.getByRole("group", { name: "Telefon · Zentrale" }).getByRole("textbox")).toBeFocused();
  });

  test("no key acts while one types", async ({ signedIn }) => {
    const caller = await checkedCaller();
    const page = await signedIn(staff.jana);
    await page.goto(`/desk/customers/${caller.accountNumber}`);
    await untilHydrated(page);
    await page.keyboard.press("/");
    await page.keyboard.type("1 2 3 e r ? c t");
    await expect(page.getByRole("searchbox", { name: "Kundin oder Kunden finden" })).toHaveValue("1 2 3 e r ? c t");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(caller.name);
    await expect(page.getByRole("region", { name: "Jetzt fragen" })).not.toContainText("Bestätigt");
    await expect(page.getByRole("dialog")).toBeHidden();
  });
});

test("the keys of the page are listed by the question mark, and put away by Escape", async ({ signedIn }) => {
  const caller = await checkedCaller();
  const page = await signedIn(staff.jana);
  await page.goto(`/desk/customers/${caller.accountNumber}`);
  await untilHydrated(page);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Tasten auf dieser Seite" });
  for (const what of ["Kundin oder Kunden finden", "Angaben berichtigen", "Stimmt", "Geändert …", "Möchte nichts sagen"]) await expect(dialog).toContainText(what);
  await page.keyboard.press("1");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Jetzt fragen" })).not.toContainText("Bestätigt");
});

test.describe("two agents and the customer at one record", () => {
  test("each is told of what the others change, without a reload, and keeps what they type", async ({ signedIn }) => {
    const caller = await checkedCaller();
    const [jana, tobias, owner] = [await signedIn(staff.jana), await signedIn(staff.tobias), await signedIn(caller)];
    for (const page of [jana, tobias]) {
      await page.goto(`/desk/customers/${caller.accountNumber}`);
      await untilHydrated(page);
    }
    await jana.keyboard.press("/");
    await jana.keyboard.type("was ich tippe");

    await test.step("the customer corrects a number online", async () => {
      await owner.goto("/account");
      await owner.goto(`${new URL(owner.url()).pathname}/edit`);
      await owner.getByRole("group", { name: /^Telefon/ }).first().getByRole("textbox").fill("030 23125666");
      await owner.getByRole("button", { name: "Weiter zur Prüfung" }).click();
      await owner.getByRole("button", { name: "Speichern" }).click();
      await owner.waitForURL(/updates/);
    });

    await test.step("which both agents hear of", async () => {
      for (const page of [jana, tobias]) {
        await comeBack(page);
        await expect(page.getByRole("status").filter({ hasText: "Soeben online geändert" })).toContainText("Telefon");
        await expect(page.getByRole("region", { name: "Angaben" })).not.toContainText("23125666");
      }
    });

    await test.step("and read by one key, with what was typed still there", async () => {
      await jana.getByRole("button", { name: "Neu laden" }).press("Enter");
      await expect(jana.getByRole("region", { name: "Angaben" })).toContainText("030 23125666");
      await expect(jana.getByRole("searchbox", { name: "Kundin oder Kunden finden" })).toHaveValue("was ich tippe");
      await expect(jana.getByRole("status").filter({ hasText: "Soeben" })).toHaveCount(0);
    });

    await test.step("an answer to what was overtaken confirms nothing", async () => {
      const strip = tobias.getByRole("region", { name: "Jetzt fragen" });
      while (!(await strip.innerText()).includes("Telefon · Zentrale:") && (await strip.innerText()).includes("Stimmt das noch?")) {
        const before = await strip.locator("bdi").first().innerText();
        await tobias.keyboard.press("1");
        await expect(strip).not.toContainText(`${before}:`);
      }
      await tobias.keyboard.press("r");
      await expect(tobias.getByRole("region", { name: "Angaben" })).toContainText("030 23125666");
    });

    await test.step("what a colleague saves is told with their name, and one's own is no news", async () => {
      await tobias.goto(`/desk/customers/${caller.accountNumber}`);
      await untilHydrated(tobias);
      await jana.reload();
      await untilHydrated(jana);
      await tobias.keyboard.press("1");
      await expect(tobias.getByRole("region", { name: "Jetzt fragen" })).toContainText("Bestätigt.");
      await comeBack(tobias);
      await expect(tobias.getByRole("status").filter({ hasText: "Soeben" })).toHaveCount(0);
      await comeBack(jana);
      await expect(jana.getByRole("status").filter({ hasText: "Soeben geändert von Tobias Brandt" })).toBeVisible();
    });
  });

  test("a session that has ended asks for nothing and loses nothing", async ({ signedIn }) => {
    const page = await signedIn(staff.jana);
    await page.goto(`/desk/customers/${customers.anna.accountNumber}`);
    await untilHydrated(page);
    await page.keyboard.press("/");
    await page.keyboard.type("noch da");
    await page.context().clearCookies();
    const asked = page.waitForRequest((one) => one.url().endsWith("/pulse"));
    await comeBack(page);
    await (await asked).response();
    await expect(page.getByRole("searchbox", { name: "Kundin oder Kunden finden" })).toHaveValue("noch da");
    await expect(page).toHaveURL(/customers/);
  });
});

test("what the customer changed online since the last contact stands apart", async ({ signedIn }) => {
  const caller = await checkedCaller();
  const [agent, owner] = [await signedIn(staff.jana), await signedIn(caller)];
  await agent.goto(`/desk/customers/${caller.accountNumber}`);
  await untilHydrated(agent);
  await agent.keyboard.press("1");
  await expect(agent.getByRole("region", { name: "Jetzt fragen" })).toContainText("Bestätigt.");
  await owner.goto("/account");
  await owner.goto(`${new URL(owner.url()).pathname}/edit`);
  await owner.getByRole("group", { name: /^Telefon/ }).first().getByRole("textbox").fill("030 23125667");
  await owner.getByRole("button", { name: "Weiter zur Prüfung" }).click();
  await owner.getByRole("button", { name: "Speichern" }).click();
  await owner.waitForURL(/updates/);

  await agent.reload();
  await expect(agent.getByRole("list", { name: "Zu beachten" })).toContainText("Eine Änderung online seit dem letzten Kontakt");
  await expect(agent.getByRole("region", { name: "Verlauf" })).toContainText("Online geändert seit dem letzten Kontakt");
});

test("the record fits on one screen", async ({ signedIn }) => {
  const page = await signedIn(staff.jana, { viewport: { width: 1280, height: 800 } });
  for (const { accountNumber } of [customers.anna, customers.nordlicht]) {
    await page.goto(`/desk/customers/${accountNumber}`);
    await untilHydrated(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(beyond).toBeLessThanOrEqual(0);
  }
});

/** As if somebody came back to the window: then the record asks at once. */
async function comeBack(page: Page): Promise<void> {
  await page.evaluate(() => { window.dispatchEvent(new Event("focus")); });
}

/** A customer whose details are all stale, and who has said to both agents who is calling. */
async function checkedCaller(details: OwnDetail[] = []) {
  const caller = await newCustomer("person", details);
  await passedCheck(staff.jana, caller);
  await passedCheck(staff.tobias, caller);
  return caller;
}

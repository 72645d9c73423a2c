import { customers, staff } from "../support/browser-actors.ts";
import { expect, type Page, test } from "../support/browser.ts";

const { anna, nordlicht, eszter, harbourTea, mia, sophie, joerg, wolfgang } = customers;

const searches = [
  ["a name with two slips", "Ana Webber", anna],
  ["a name without its umlaut", "Joerg Ackerbauer", joerg],
  ["a name with a letter too few", "Wolfgang Lehman", wolfgang],
  ["a name backwards", "weber anna", anna],
  ["a name without its accents", "nagy ezter", eszter],
  ["a company's name, cut short", "Nordli", nordlicht],
  ["a site of a company", "Bristol warehouse", harbourTea],
  ["a phone as Germans write it", "0152 28817386", anna],
  ["a phone in brackets", "(030) 231 250 14", anna],
  ["a phone from abroad", "+49 30 23125014", anna],
  ["a phone from abroad with two noughts", "0049-30-23125014", anna],
  ["a phone with a bracketed nought", "+49 (0)30 23125014", anna],
  ["a phone as Hungarians write it", "06 20 555 0142", eszter],
  ["a phone as the British write it", "0117 496 0132", harbourTea],
  ["the last digits of a phone", "125014", anna],
  ["an email", "ANNA.WEBER@example.com", anna],
  ["the beginning of an email", "einkauf@nordlicht", nordlicht],
  ["a postcode", "bs1 6ux", harbourTea],
] as const;

test("a customer is found by whatever one hears", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto("/desk");
  for (const [what, typed, wanted] of searches) {
    await test.step(what, async () => {
      await search(page, typed);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(`Treffer für „${typed}“`);
      await expect(hit(page, wanted.accountNumber)).toContainText(wanted.name);
    });
  }
});

test("a customer is found by a name that is only spelt as it sounds", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto("/desk");
  for (const [typed, wanted] of [["Mia Meier", mia], ["Sofie Schulz", sophie]] as const) {
    await test.step(typed, async () => {
      await search(page, typed);
      await expect(hit(page, wanted.accountNumber)).toBeVisible();
    });
  }
});

test("an account number leads right to the record", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  for (const typed of [anna.accountNumber, ` ${anna.accountNumber.slice(0, 4)} ${anna.accountNumber.slice(4)} `]) {
    await page.goto("/desk");
    await search(page, typed);
    await expect(page).toHaveURL(`/desk/customers/${anna.accountNumber}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(anna.name);
  }
  await page.goto("/desk");
  await expect(page.getByRole("list", { name: "Zuletzt geöffnet" })).toContainText(anna.name);
});

test("what nobody has, or nobody can read, is found nowhere and breaks nothing", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  await page.goto("/desk");
  for (const typed of ["Xqzwvk", "+999 000 111 222", "'; drop table customers; --", "<script>alert(1)</script>", "%", "_@_", "\\", "שלום", "😀", "(", "a".repeat(200), "0".repeat(60)]) {
    await search(page, typed);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("für „");
    await expect(page.getByRole("main").locator("script")).toHaveCount(0);
  }
  await search(page, "   ");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Um wen geht es?");
});

test("what was searched for stands in no address", async ({ signedIn }) => {
  const page = await signedIn(staff.jana);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  await page.goto("/desk");
  await search(page, "Anna Weber");
  await expect(hit(page, anna.accountNumber)).toBeVisible();
  expect(addresses.filter((address) => /weber/i.test(address))).toEqual([]);
});

async function search(page: Page, typed: string): Promise<void> {
  const box = page.getByRole("searchbox", { name: "Kundin oder Kunden finden" });
  await box.fill(typed);
  await Promise.all([page.waitForEvent("load"), box.press("Enter")]);
}

function hit(page: Page, accountNumber: string) {
  return page.getByRole("list", { name: "Gefundene Kundinnen und Kunden" }).getByRole("listitem").filter({ hasText: accountNumber });
}

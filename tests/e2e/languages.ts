import { customers, staff } from "../support/browser-actors.ts";
import { customerPages } from "../support/browser-customer-pages.ts";
import { adminPages, deskPages, paperPages } from "../support/browser-desk-pages.ts";
import { importedFile } from "../support/browser-imports.ts";
import { interfacePages } from "../support/browser-interface-pages.ts";
import { inbox } from "../support/browser-inbox.ts";
import type { VisitedPage } from "../support/browser-visits.ts";
import { expect, type Page, test } from "../support/browser.ts";

const locales = ["de", "en", "hu"] as const;
type Locale = (typeof locales)[number];

/** What reads the same in two of the languages, and rightly so. */
const sameInSeveral = new Set([
  "Musterwerk", "service@musterwerk.example.com", "Name", "Code", "Fax", "Telefon", "404", "CSV", "JSON Lines", "Webhook", "Online", "Administration", "Import", "Export", importedFile,
  customers.anna.name, customers.nordlicht.name, customers.felix.name, customers.sepp.name, "Ada Muster", staff.miriam.name, `1. ${staff.jana.name}`, `2. ${staff.tobias.name}`,
]);

test.describe("in every language", () => {
  test.describe.configure({ timeout: 360_000 });

  test("every page of the customer's side", async ({ signedIn }) => {
    const { schmidt } = customers;
    const pages = await customerPages(await signedIn(schmidt), "E-Mail · Buchhaltung");
    await expectTranslated(pages, (locale) => signedIn(schmidt, { locale }));
  });

  test("every page of the desk", async ({ signedIn }) => {
    await expectTranslated(deskPages, (locale) => signedIn(staff.miriam, { locale }));
  });

  test("every page about interfaces", async ({ signedIn }) => {
    const pages = await interfacePages(await signedIn(staff.oliver));
    await expectTranslated(pages, (locale) => signedIn(staff.oliver, { locale }));
  });

  test("every page of the paper desk", async ({ signedIn }) => {
    await expectTranslated(await paperPages(signedIn), (locale) => signedIn(staff.miriam, { locale }));
  });

  test("every page for admins", async ({ signedIn }) => {
    await expectTranslated(await adminPages(signedIn), (locale) => signedIn(staff.oliver, { locale }));
  });
});

for (const [header, expected] of [["de-AT,de;q=0.9", "de"], ["hu", "hu"], ["fr-FR,fr;q=0.9,hu;q=0.8,en;q=0.5", "hu"], ["fr", "en"], ["en-GB", "en"]] as const) {
  test(`a browser that asks for ${header} gets ${expected}`, async ({ request }) => {
    const answer = await request.get("/sign-in", { headers: { "accept-language": header } });
    expect(await answer.text()).toContain(`<html lang="${expected}"`);
  });
}

test("a language that was chosen stays, on the same page, and is that of the mails", async ({ signedIn, page }) => {
  const { balazs } = customers;
  const inside = await signedIn(balazs, { ownSession: true });
  await inside.goto("/account");
  await inside.goto(`${inside.url()}/history`);
  await expect(inside.locator("html")).toHaveAttribute("lang", "hu");
  await inside.getByRole("button", { name: "English" }).click();
  await expect(inside).toHaveURL(/\/history$/);
  await expect(inside.locator("html")).toHaveAttribute("lang", "en");
  await expect(inside.getByRole("button", { name: "English" })).toHaveAttribute("aria-current", "true");

  await test.step("mails follow", async () => {
    await inside.getByRole("link", { name: "Your details" }).click();
    await inside.goto(`${inside.url()}/edit`);
    await inside.getByRole("group", { name: "Phone · Otthoni" }).getByRole("textbox").fill("+36 92 555 845");
    await inside.getByRole("button", { name: "Check and go on" }).click();
    await inside.getByRole("button", { name: "Save" }).click();
    const receipt = await inbox.mail(balazs.email, /^Your contact details were updated/);
    expect(receipt.html).toMatch(/<html[^>]*lang="en"/);
  });

  await test.step("and the profile brings it to another browser", async () => {
    const code = await inbox.code(balazs.email, async () => {
      await page.goto("/sign-in");
      await page.getByLabel("Ihre E-Mail-Adresse").fill(balazs.email);
      await page.getByRole("button", { name: "Code anfordern" }).click();
    });
    await page.getByLabel("Code aus acht Ziffern").fill(code);
    await page.getByRole("button", { name: "Anmelden", exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("a Hungarian gets Hungarian mails, and names in Hungarian order", async ({ signedIn }) => {
  const { sandor } = customers;
  const page = await signedIn(sandor);
  await page.goto("/account");
  await expect(page.getByRole("banner").getByText("Székvári Sándor")).toBeVisible();
  await page.goto(`${page.url()}/edit`);
  await page.getByRole("group", { name: "Telefon · Otthoni" }).getByRole("textbox").fill("(42) 555-098");
  await page.getByRole("button", { name: "Tovább az ellenőrzéshez" }).click();
  await page.getByRole("button", { name: "Mentés" }).click();
  const receipt = await inbox.mail(sandor.email, /^Adatai frissültek/);
  expect(receipt.html).toMatch(/<html[^>]*lang="hu"/);
  expect(receipt.text).toContain("Székvári Sándor");
});

async function expectTranslated(pages: VisitedPage[], openIn: (locale: Locale) => Promise<Page>): Promise<void> {
  const words = new Map<string, string[]>();
  for (const locale of locales) {
    const page = await openIn(locale);
    for (const { name, open } of pages) {
      await test.step(`${name} in ${locale}`, async () => {
        await open(page);
        await expect(page.locator("html")).toHaveAttribute("lang", locale);
        expect(await page.locator("body").innerText()).not.toMatch(/\b(?:shell|details|account|access|desk|outreach|paper|mail|errors|imports|exports|interfaces|system|admin|concerns|rights|people|letters|links|tasks|staff|notes|commitments)_[a-z_]{3,}/);
        words.set(`${name} in ${locale}`, await wordsOf(page));
      });
    }
  }
  for (const { name } of pages) {
    for (const [one, other] of [["de", "en"], ["de", "hu"], ["en", "hu"]] as const) {
      const same = words.get(`${name} in ${one}`)?.filter((text) => words.get(`${name} in ${other}`)?.includes(text) && !sameInSeveral.has(text));
      expect.soft(same, `${name}: the same in ${one} and ${other}`).toEqual([]);
    }
  }
}

/** What a page says in its own words: text and labels, without what people typed (which stands in bdi). */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const data = "bdi, time, script, style, option, [lang]:not(html), footer, input, textarea, .font-ref";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = new Set<string>();
    while (walker.nextNode()) {
      const text = withoutData(walker.currentNode.textContent);
      if (/\p{L}{2}/u.test(text) && !walker.currentNode.parentElement?.closest(data)) found.add(text);
    }
    for (const labelled of document.querySelectorAll("[aria-label], [placeholder]")) {
      found.add(labelled.getAttribute("aria-label") ?? labelled.getAttribute("placeholder") ?? "");
    }
    return [...found, withoutData(document.title)];

    // "Phone · Warehouse": what follows the dot is a label that somebody typed.
    function withoutData(text: string | null) {
      return (text ?? "").trim().replace(/ · .*/, "");
    }
  });
}

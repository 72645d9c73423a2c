import { type BrowserContext, type BrowserContextOptions, expect, type Locator, type Page, test as base } from "@playwright/test";
import type { Actor } from "./browser-actors.ts";
import { newSession, sessionOf } from "./browser-session.ts";
import { useProduct } from "./product.ts";

export { expect, type Locator, type Page };

type OpenOptions = Omit<BrowserContextOptions, "locale"> & {
  /** The language of the page; that of the person's profile unless told. */
  locale?: Actor["locale"];
  /** A session that this test may end. */
  ownSession?: boolean;
};

type Fixtures = {
  /** Opens a browser of its own for somebody who is signed in already; closed with the test. */
  signedIn: (person: Actor, options?: OpenOptions) => Promise<Page>;
};

/** Playwright's test, on the run's product and with its people. */
export const test = base.extend<Fixtures>({
  baseURL: async ({ baseURL }, use) => {
    await use(baseURL ?? (await useProduct()).siteUrl);
  },
  signedIn: async ({ browser }, use) => {
    const product = await useProduct();
    const url = product.siteUrl;
    const opened: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (person, { ownSession = false, locale = person.locale, ...options } = {}) => {
      const session = await (ownSession ? newSession : sessionOf)(person.email, product);
      const context = await browser.newContext(options);
      opened.push(context);
      context.on("weberror", (error) => faults.push(`${error.page()?.url() ?? ""}: ${error.error().message}`));
      await context.addCookies([...session, { name: "locale", value: locale }].map((cookie) => ({ ...cookie, url })));
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
    // A page whose HTML is not what its script expects is drawn anew, and forgets what was typed until then.
    expect(faults, "what scripts of the pages broke on").toEqual([]);
  },
});

import { type Browser, type BrowserContextOptions, expect, type Locator, type Page, type Response, test as base } from "@playwright/test";
import type { Actor } from "./browser-actors.ts";
import { createInbox, type Inbox } from "./browser-inbox.ts";
import { type Cookie, newSession, sessionOf } from "./browser-session.ts";
import { type Product, useProduct } from "./product.ts";

export { expect, type Locator, type Page, type Response };

type OpenOptions = Omit<BrowserContextOptions, "locale"> & {
  /** The language of the page; that of the person's profile unless told. */
  locale?: Actor["locale"];
  /** A session that this test may end. */
  ownSession?: boolean;
};

type Fixtures = {
  product: Product;
  inbox: Inbox;
  /** Opens a browser of its own for somebody who is signed in already; closed with the test. */
  signedIn: (person: Actor, options?: OpenOptions) => Promise<Page>;
};

/** Playwright's test with the people and the mailbox of the demo. */
export const test = base.extend<Fixtures>({
  // Playwright wants a pattern of fixtures here, and the linter something in it.
  product: async ({ playwright: _ }, use) => {
    await use(await useProduct());
  },
  baseURL: async ({ product }, use) => {
    await use(product.siteUrl);
  },
  inbox: async ({ product }, use) => {
    await use(createInbox(product));
  },
  signedIn: async ({ browser, product }, use) => {
    const opened: Page[] = [];
    await use(async (person, { ownSession = false, locale = person.locale, ...options } = {}) => {
      const session = await (ownSession ? newSession : sessionOf)(person.email, product);
      const page = await openPage(browser, product, [...session, { name: "locale", value: locale }], options);
      opened.push(page);
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});

async function openPage(browser: Browser, { siteUrl }: Product, cookies: Cookie[], options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ baseURL: siteUrl, ...options });
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: siteUrl })));
  return context.newPage();
}

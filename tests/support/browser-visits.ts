import type { Page } from "@playwright/test";

/** A page that the tests of every page visit, and how to get there, whatever its language. */
export type VisitedPage = { name: string; open: (page: Page) => Promise<unknown> };

/** A page that has an address of its own. */
export function at(name: string, path: string): VisitedPage {
  return { name, open: (page) => page.goto(path) };
}

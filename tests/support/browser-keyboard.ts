import { expect, type Locator, type Page } from "@playwright/test";

/** Until the page's scripts listen to keys: the last thing that they do at first is to put the focus where the work is. */
export async function untilHydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== document.body
    && Object.keys(document.body.firstElementChild ?? {}).some((key) => key.startsWith("__react")));
}

/** Presses Tab until the target has the focus. */
export function tabTo(page: Page, target: Locator): Promise<void> {
  return pressTo(page, "Tab", target);
}

/** Presses Shift and Tab until the target has the focus. */
export function tabBackTo(page: Page, target: Locator): Promise<void> {
  return pressTo(page, "Shift+Tab", target);
}

/** Presses the down arrow until the target has the focus. */
export function arrowTo(page: Page, target: Locator): Promise<void> {
  return pressTo(page, "ArrowDown", target);
}

async function pressTo(page: Page, key: string, target: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(target).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0], timeout: 15_000 });
}

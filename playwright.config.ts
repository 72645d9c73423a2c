import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Debian's own Chromium where there is one, the headless shell before the whole browser, which draws windows that nobody sees;
// else the one that Playwright installs.
const chromium = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);

/** The browser tests. They run on the product that an outer run has started, else on one that they start themselves. */
export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.ts",
  globalSetup: "./tests/support/browser-setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  // A browser on a busy machine may lose a race of its own making; `npm test` names each test that needed this.
  retries: 1,
  reporter: "list",
  // How long things take is for `npm run bench`: here a busy machine has time.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  use: {
    // What is not there fails soon, with what was missed, and not when the whole test's time is over.
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    launchOptions: {
      executablePath: chromium,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { run } from "./command.ts";

/** Installs Debian's Chromium, as the headless shell, where there is neither that one nor Playwright's. Throws when it cannot. */
export async function ensureChromium(signal: AbortSignal): Promise<void> {
  if (existsSync("/usr/bin/chromium-headless-shell") || existsSync("/usr/bin/chromium") || existsSync(chromium.executablePath())) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const installed = (await run("apt-get", ["update", "-qq"], env, signal))
    && (await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"], env, signal));
  if (!installed) throw new Error("There is no Chromium and apt-get cannot install one; run: npx playwright install chromium");
}

import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";
import config from "../playwright.config.ts";
import { sessionOf } from "./support/browser-session.ts";
import { useProduct } from "./support/product.ts";

/** `npm run screenshots`: takes the README's pictures from a Kartei of their own with fresh demo data. */
const folder = new URL("../docs/images/", import.meta.url).pathname;
const pictures = [
  { file: "overview.png", email: "anna.weber@example.com", path: "/account" },
  { file: "record.png", email: "agent@kartei.example.com", path: "/desk/customers/93119253" },
];

await using product = await useProduct();
const browser = await chromium.launch(config.use?.launchOptions);
mkdirSync(folder, { recursive: true });
for (const { file, email, path } of pictures) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 860 } });
  const cookies = [...(await sessionOf(email, product)), { name: "locale", value: "en" }];
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: product.siteUrl })));
  const page = await context.newPage();
  await page.goto(product.siteUrl + path);
  await page.screenshot({ path: folder + file });
  await context.close();
}
await browser.close();

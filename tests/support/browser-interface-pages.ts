import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { expect, type Page } from "@playwright/test";
import { useProduct } from "./product.ts";
import { at, type VisitedPage } from "./browser-visits.ts";

const overview = "/desk/admin/interfaces";

/** Makes a webhook on the pages of somebody who reads English, and ends on its page. */
export async function makeWebhook(page: Page, name: string): Promise<string> {
  await page.goto(`${overview}/webhooks/new`);
  await page.getByLabel("Name").fill(name);
  // Nothing answers there, in no network.
  await page.getByLabel("Address").fill("https://kartei.invalid/hooks");
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}

/** Puts two settled deliveries behind a webhook: one that was taken and one that failed. */
export async function addDeliveries(webhook: string): Promise<void> {
  const { databaseUrl } = await useProduct();
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`insert into private.webhook_deliveries (endpoint_id, event, state, attempts, last_status, settled_at)
    values (${webhook.split("/").at(-1) ?? ""}, 'endpoint.test', 'delivered', 1, 204, now()), (${webhook.split("/").at(-1) ?? ""}, 'endpoint.test', 'failed', 10, 500, now())`;
  await sql.end();
}

/** Every page about interfaces, each with something on it, and the one for programmers; for the admin, who reads English here. */
export async function interfacePages(page: Page): Promise<VisitedPage[]> {
  await page.goto(overview);
  await page.getByLabel("Who for").fill(`Pages ${randomUUID()}`);
  await page.getByRole("button", { name: "Create access token" }).click();
  await page.getByRole("link", { name: "I have copied it" }).click();
  const webhook = await makeWebhook(page, `Pages ${randomUUID().slice(0, 8)}`);
  await page.getByRole("button", { name: "Switch off" }).click();
  await page.waitForURL(/\?off/);
  await addDeliveries(webhook);
  return [
    at("interfaces", overview),
    { name: "token, refused", open: (page) => openAndSend(page, overview) },
    { name: "new token", open: makeToken },
    at("new webhook", `${overview}/webhooks/new`),
    { name: "new webhook, refused", open: (page) => openAndSend(page, `${overview}/webhooks/new`) },
    at("webhook", webhook),
    at("webhook, after an act", `${webhook}?replayed=2`),
    { name: "secret", open: (page) => openSecret(page, webhook) },
    at("for programmers", "/api"),
  ];
}

async function openAndSend(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("main form button").last().click();
  await page.getByRole("alert").waitFor();
}

async function makeToken(page: Page): Promise<void> {
  await page.goto(overview);
  await page.locator("main input[name=name]").fill(`Pages ${randomUUID()}`);
  await page.locator("main form button").last().click();
  await page.locator("pre").waitFor();
}

async function openSecret(page: Page, webhook: string): Promise<void> {
  await page.goto(webhook);
  await page.locator("form[action$='/secret'] button").click();
  await page.locator("pre").waitFor();
}

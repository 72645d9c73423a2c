import type { BrowserContext } from "@playwright/test";
import { combineChunks, createChunks, stringFromBase64URL, stringToBase64URL } from "@supabase/ssr";
import { decodeJwt, SignJWT } from "jose";
import { customers, staff } from "../support/browser-actors.ts";
import { type Cookie, newSession } from "../support/browser-session.ts";
import { expect, test } from "../support/browser.ts";
import { type Product, useProduct } from "../support/product.ts";

const NAME = "kartei-session";
const BASE64 = "base64-";

type Session = { access_token: string; refresh_token: string; expires_at: number };

test("a session that has run out is renewed without anybody noticing", async ({ browser }) => {
  const product = await useProduct();
  const session = await runOut(await sessionIn(await newSession(customers.anna.email, product)), product);
  const context = await browser.newContext({ locale: "de-DE" });
  await put(context, session, product);
  const page = await context.newPage();

  await page.goto(`${product.siteUrl}/account`);
  await expect(page.getByRole("banner")).toContainText(customers.anna.accountNumber);
  const renewed = await sessionIn(await context.cookies());
  expect(renewed.refresh_token).not.toBe(session.refresh_token);
  expect(decodeJwt(renewed.access_token).exp).toBeGreaterThan(Date.now() / 1000);
});

test("a session that cannot be renewed asks to sign in, and leads on from there", async ({ browser }) => {
  const product = await useProduct();
  const session = await runOut(await sessionIn(await newSession(customers.anna.email, product)), product);
  const context = await browser.newContext({ locale: "de-DE" });
  await put(context, { ...session, refresh_token: "used-up" }, product);
  const page = await context.newPage();

  await page.goto(`${product.siteUrl}/account`);
  await expect(page).toHaveURL(`${product.siteUrl}/sign-in?to=%2Faccount`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Anmelden");
});

test("an export begins on a session that lasts until its end", async ({ browser }) => {
  const product = await useProduct();
  const session = await runOut(await sessionIn(await newSession(staff.oliver.email, product)), product, 30 * 60);
  const context = await browser.newContext();
  await put(context, session, product);
  const { origin } = new URL(product.siteUrl);

  expect((await context.request.get(`${origin}/desk/admin/exports`)).status()).toBe(200);
  expect((await sessionIn(await context.cookies())).refresh_token).toBe(session.refresh_token);
  const file = await context.request.post(`${origin}/desk/exports`, { headers: { origin }, form: { scope: "search", format: "json_lines", query: "Weber" } });
  expect(file.status()).toBe(200);
  const renewed = await sessionIn(await context.cookies());
  expect(renewed.refresh_token).not.toBe(session.refresh_token);
  expect(decodeJwt(renewed.access_token).exp).toBeGreaterThan(Date.now() / 1000 + 45 * 60);
});

async function sessionIn(cookies: Cookie[]): Promise<Session> {
  const stored = await combineChunks(NAME, (name) => cookies.find((cookie) => cookie.name === name)?.value);
  return JSON.parse(stringFromBase64URL((stored ?? "").slice(BASE64.length))) as Session;
}

/** The same session later: its token has run out (or has `left` seconds), its refresh token has not been used. */
async function runOut(session: Session, { jwtSecret }: Product, left = -3600): Promise<Session> {
  const end = Math.floor(Date.now() / 1000) + left;
  const token = new SignJWT({ ...decodeJwt(session.access_token), exp: end }).setProtectedHeader({ alg: "HS256", typ: "JWT" });
  return { ...session, access_token: await token.sign(new TextEncoder().encode(jwtSecret)), expires_at: end };
}

async function put(context: BrowserContext, session: Session, { siteUrl }: Product): Promise<void> {
  const value = BASE64 + stringToBase64URL(JSON.stringify(session));
  await context.addCookies(createChunks(NAME, value).map((chunk) => ({ ...chunk, url: siteUrl })));
}

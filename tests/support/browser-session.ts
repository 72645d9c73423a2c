import { expect } from "@playwright/test";
import { createServerClient, type SetAllCookies } from "@supabase/ssr";
import type { Product } from "./product.ts";
import { signIn } from "./sign-in.ts";

export type Cookie = { name: string; value: string };

const sessions = new Map<string, Promise<Cookie[]>>();

/**
 * The cookies of somebody signed in, by a code from Auth itself: the site's limits on codes are for the tests of
 * signing in. Each worker signs everybody in once.
 */
export function sessionOf(email: string, product: Product): Promise<Cookie[]> {
  const session = sessions.get(email) ?? newSession(email, product);
  sessions.set(email, session);
  return session;
}

/** A session of its own, for a test that ends it. */
export async function newSession(email: string, product: Product): Promise<Cookie[]> {
  let cookies: Cookie[] = [];
  // Two workers that ask for the same person spoil each other's code: the newest counts, once.
  await expect(async () => { cookies = await cookiesOf(email, product); }).toPass({ timeout: 20_000 });
  return cookies;
}

/** Writes a session into cookies as the site does (app/access/auth-client.server.ts). */
async function cookiesOf(email: string, product: Product): Promise<Cookie[]> {
  const { token, refreshToken } = await signIn(product, email);
  const cookies = new Map<string, string>();
  const setAll: SetAllCookies = (written) => {
    for (const { name, value } of written) cookies.set(name, value);
  };
  const { auth } = createServerClient(product.apiUrl, product.publishableKey, {
    cookieOptions: { name: "kartei-session" },
    cookies: { getAll: () => [], setAll },
  });
  const { error } = await auth.setSession({ access_token: token, refresh_token: refreshToken });
  if (error) throw error;
  return [...cookies].flatMap(([name, value]) => (value === "" ? [] : [{ name, value }]));
}

import { expect } from "@playwright/test";
import type { Product } from "./product.ts";
import { type Cookie, cookiesOf } from "./session-cookies.ts";

export type { Cookie };

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

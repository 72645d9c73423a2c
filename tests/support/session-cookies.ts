import { createServerClient, type SetAllCookies } from "@supabase/ssr";
import type { Product } from "./product.ts";
import { signIn } from "./sign-in.ts";

export type Cookie = { name: string; value: string };

/** Signs somebody in and writes the session into cookies as the site does (app/access/auth-client.server.ts). */
export async function cookiesOf(email: string, product: Product): Promise<Cookie[]> {
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

/** The same as the `Cookie` header of requests to the site. */
export async function cookieHeader(email: string, product: Product): Promise<string> {
  return (await cookiesOf(email, product)).map(({ name, value }) => `${name}=${value}`).join("; ");
}

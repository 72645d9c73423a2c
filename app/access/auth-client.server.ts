import { createServerClient, parseCookieHeader, serializeCookieHeader } from "@supabase/ssr";
import { siteIsSecure, supabase } from "~/env.server";

/** The cookie (in one or more numbered parts) that holds a session. */
export const SESSION_COOKIE = "kartei-session";

/**
 * Supabase's Auth client on a request's cookies. What it writes is collected: `setCookie` for the answer,
 * and `cookie()` as the request would bring it next time.
 */
export function authClient(cookieHeader: string | null) {
  const cookies = new Map(parseCookieHeader(cookieHeader ?? "").map(({ name, value }) => [name, value]));
  const setCookie: string[] = [];
  const { url, publishableKey } = supabase();
  const { auth } = createServerClient(url, publishableKey, {
    cookieOptions: { name: SESSION_COOKIE, httpOnly: true, sameSite: "lax", path: "/", secure: siteIsSecure() },
    cookies: {
      getAll: () => [...cookies].map(([name, value]) => ({ name, value })),
      setAll(written) {
        for (const { name, value, options } of written) {
          if (value === "") cookies.delete(name);
          else cookies.set(name, value);
          setCookie.push(serializeCookieHeader(name, value, options));
        }
      },
    },
  });
  const cookie = () => [...cookies].map(([name, value]) => serializeCookieHeader(name, value, {})).join("; ");
  return { auth, setCookie, cookie };
}

import { redirect } from "@remix-run/node";
import { paths } from "~/paths";
import { authClient } from "./auth-client.server";
import { readToken, secondsLeft } from "./token.server";

/**
 * Renews a session that runs out within `needed` seconds, before any route sees the request. Returns the cookies as the
 * routes shall read them and the `Set-Cookie` values for the answer (none when nothing was to do).
 */
export async function refreshSession(cookieHeader: string | null, needed = 60): Promise<{ cookie: string; setCookie: string[] }> {
  const token = await readToken(cookieHeader);
  if (!token || secondsLeft(token) > needed) return { cookie: cookieHeader ?? "", setCookie: [] };
  const { auth, cookie, setCookie } = authClient(cookieHeader);
  await auth.refreshSession();
  return { cookie: cookie(), setCookie };
}

/**
 * Ends the session at Auth too, so that a copied token is worth nothing, and leads to the front page. The browser forgets
 * what pages have kept there; over plain http it does not heed that, so the button sees to it too.
 */
export async function signOut(request: Request): Promise<Response> {
  const { auth, setCookie } = authClient(request.headers.get("cookie"));
  await auth.signOut({ scope: "local" });
  const headers = [["Clear-Site-Data", '"storage"'], ...setCookie.map((value) => ["Set-Cookie", value])] as [string, string][];
  return redirect(paths.home(), { headers });
}

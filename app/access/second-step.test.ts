import { createServerClient, parseCookieHeader, type SetAllCookies } from "@supabase/ssr";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type AuthStandIn, startAuthStandIn } from "../../tests/support/auth-stand-in.ts";
import { SESSION_COOKIE } from "./auth-client.server";
import { beginEnrolment, readSecondStep, removeSecondStep, takeSecondStep } from "./second-step.server";
import { readToken } from "./token.server";

const key = "sb_publishable_of_the_stand_in";
let auth: AuthStandIn;

beforeAll(async () => {
  auth = await startAuthStandIn();
  const environment = { SITE_URL: "http://localhost:3000", SUPABASE_URL: auth.url, SUPABASE_PUBLISHABLE_KEY: key, KARTEI_SECRET: "x".repeat(32), RESEND_API_KEY: "re_test" };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
});
afterAll(() => auth[Symbol.asyncDispose]());

test("a second step is set up, taken with the app's code, asked for the next time, and removed", async () => {
  let cookie = await signedIn();
  expect(await readSecondStep(asking(cookie))).toBeNull();

  const abandoned = await beginEnrolment(asking(cookie), "Musterwerk");
  const begun = await beginEnrolment(asking(cookie), "Musterwerk");
  expect(begun?.uri).toMatch(/^otpauth:\/\/totp\/Musterwerk/);
  expect(auth.factors().map(({ id }) => id)).toEqual([begun?.factor]);
  expect(abandoned?.factor).not.toBe(begun?.factor);
  expect(await readSecondStep(asking(cookie))).toBeNull();

  const { factor = "", secret = "" } = begun ?? {};
  expect(await takeSecondStep(asking(cookie), factor, "000000")).toBeNull();
  const set = await takeSecondStep(asking(cookie), factor, auth.codeOf(secret));
  cookie = (set ?? []).map((one) => one.split(";")[0]).join("; ");
  expect(decodeJwt((await readToken(cookie)) ?? "").aal).toBe("aal2");
  expect(await readSecondStep(asking(cookie))).toBe(factor);

  const nextDay = await signedIn();
  expect(await readSecondStep(asking(nextDay))).toBe(factor);
  expect(await removeSecondStep(asking(nextDay), factor)).toBe(false);
  expect(await removeSecondStep(asking(cookie), factor)).toBe(true);
  expect(auth.factors()).toEqual([]);
});

function asking(cookie: string): Request {
  return new Request("http://localhost:3000/desk/security", { headers: { cookie } });
}

async function signedIn(): Promise<string> {
  const cookies = new Map<string, string>();
  const setAll: SetAllCookies = (written) => {
    for (const { name, value } of written) cookies.set(name, value);
  };
  const client = createServerClient(auth.url, key, { cookieOptions: { name: SESSION_COOKIE }, cookies: { getAll: () => [], setAll } });
  const { error } = await client.auth.setSession(await auth.session());
  if (error) throw error;
  const header = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  expect(parseCookieHeader(header).length).toBeGreaterThan(0);
  return header;
}

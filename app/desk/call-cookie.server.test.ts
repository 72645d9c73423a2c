import { beforeAll, expect, test, vi } from "vitest";
import { readCall, writeCall } from "./call-cookie.server";

const number = "+493023125014";
const back = (setCookie: string) => new Request("http://localhost/desk", { headers: { cookie: setCookie.split(";")[0] ?? "" } });

beforeAll(() => {
  for (const [name, value] of Object.entries({ SITE_URL: "http://localhost", SUPABASE_URL: "http://localhost", SUPABASE_PUBLISHABLE_KEY: "x", KARTEI_SECRET: "x".repeat(32), RESEND_API_KEY: "x" })) vi.stubEnv(name, value);
});

test("the number comes back, and nobody reads it in between", async () => {
  const setCookie = await writeCall(number);
  expect(await readCall(back(setCookie))).toBe(number);
  const value = decodeURIComponent(setCookie.slice(setCookie.indexOf("=") + 1, setCookie.indexOf(";")));
  expect(Buffer.from(value, "base64").toString("latin1")).not.toContain("3023125014");
  expect(setCookie).toMatch(/HttpOnly/);
});

test("no two calls look alike", async () => {
  expect(await writeCall(number)).not.toBe(await writeCall(number));
});

test("what no server of ours sealed is none, and so is no cookie", async () => {
  const [name, value = ""] = (await writeCall(number)).split(";")[0]?.split("=") ?? [];
  const swapped = [...decodeURIComponent(value)].toReversed().join("");
  expect(await readCall(back(`${name}=${encodeURIComponent(swapped)}`))).toBeNull();
  expect(await readCall(back("kartei-call=Zm9v"))).toBeNull();
  expect(await readCall(new Request("http://localhost/desk"))).toBeNull();
});

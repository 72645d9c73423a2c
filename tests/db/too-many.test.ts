import { describe, expect, test } from "vitest";
import { product } from "../support/backend.ts";
import { someAddress } from "../support/email-change.ts";

const { siteUrl } = product;

describe.concurrent("whoever tries too often", () => {
  test("is told by the form when to try again, and programs by the header", async () => {
    const address = someAddress();
    const ask = () => fetch(`${siteUrl}/sign-in`, { method: "POST", headers: { origin: siteUrl, cookie: "locale=de" }, body: new URLSearchParams({ email: address }), redirect: "manual" });
    for (let asked = 0; asked < 6; asked++) expect((await ask()).status).toBe(302);
    const refused = await ask();
    expect(refused.status).toBe(429);
    const seconds = Number(refused.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(3000);
    expect(seconds).toBeLessThanOrEqual(3600);
    expect(await refused.text()).toContain(address);
  });

  test.each([["de", /in 8 Minuten \(\d?\d:\d\d\)/], ["en", /in 8 minutes \(\d?\d:\d\d\)/], ["hu", /8 perc múlva \(\d?\d:\d\d\)/]])("reads it on a page in %s where there is no form", async (locale, words) => {
    const at = new Date(Date.now() + 8 * 60_000 - 5_000).toISOString();
    const answer = await fetch(`${siteUrl}/try-again?at=${encodeURIComponent(at)}`, { headers: { "accept-language": locale } });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(400);
    expect(await answer.text()).toMatch(words);
  });

  test.each(["", "yesterday", "2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"])("is not told of a moment that is none: %s", async (at) => {
    const answer = await fetch(`${siteUrl}/try-again?at=${encodeURIComponent(at)}`, { redirect: "manual" });
    expect(answer.status).toBe(302);
  });
});

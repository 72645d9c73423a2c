import { describe, expect, it } from "vitest";
import type { Freshness } from "./contact-detail.schema";
import { readFreshness } from "./freshness";

const now = new Date("2026-06-15T10:00:00Z");
const online: Freshness = {
  confirmedAt: "2026-03-15T10:00:00Z",
  confirmedBy: "customer",
  confirmedByYou: true,
  channel: "online",
  knownSince: "2020-05-01",
  reviewOn: "2027-03-15",
  hold: null,
};
const imported: Freshness = {
  ...online,
  confirmedAt: null,
  confirmedBy: null,
  confirmedByYou: false,
  channel: "import",
  knownSince: "2019-02-03",
  reviewOn: "2019-02-03",
};

describe("how fresh a detail is", () => {
  it.each([
    ["2026-06-15T09:00:00Z", "2027-06-15", 1, "fresh"],
    ["2026-03-15T10:00:00Z", "2027-03-15", 0.748, "fresh"],
    ["2025-08-14T10:00:00Z", "2026-08-14", 0.164, "due_soon"],
    ["2025-06-16T10:00:00Z", "2026-06-16", 0.003, "due_soon"],
    ["2025-06-15T10:00:00Z", "2026-06-15", 0, "stale"],
    ["2023-06-15T10:00:00Z", "2024-06-15", 0, "stale"],
  ])("confirmed at %s, due on %s: %f left, %s", (confirmedAt, reviewOn, fraction, state) => {
    const reading = readFreshness({ ...online, confirmedAt, reviewOn }, now, "en", "customer");
    expect(reading.fraction).toBeCloseTo(fraction, 3);
    expect(reading.state).toBe(state);
  });

  it("on hold goes before all else, and stale when never confirmed", () => {
    expect(readFreshness({ ...online, hold: "email_bounced" }, now, "en", "customer").state).toBe("on_hold");
    expect(readFreshness(imported, now, "en", "staff")).toMatchObject({ state: "stale", fraction: 0, confirmedOn: null });
  });

  it("advises where something is to be done", () => {
    const advice = (reviewOn: string) => readFreshness({ ...online, reviewOn }, now, "en", "staff").advice;
    expect([advice("2027-03-15"), advice("2026-07-01"), advice("2026-01-01")]).toEqual([null, "check soon", "due for a check"]);
  });

  it("takes days as the company's time zone has them", () => {
    const lateInBerlin = { ...online, confirmedAt: "2026-06-14T22:30:00Z" };
    expect(readFreshness(lateInBerlin, now, "en", "customer")).toMatchObject({
      words: "confirmed today, by you, online",
      confirmedOn: "June 15, 2026",
    });
  });
});

describe("the words of the freshness mark", () => {
  const staff: Freshness = { ...online, confirmedBy: "staff", confirmedByYou: false, channel: "phone" };
  it.each([
    ["en", online, "confirmed 3 months ago, by you, online"],
    ["de", online, "vor 3 Monaten bestätigt, von Ihnen, online"],
    ["hu", online, "3 hónappal ezelőtt Ön erősítette meg, online"],
    ["en", staff, "confirmed 3 months ago, by our staff, by phone"],
    ["de", staff, "vor 3 Monaten bestätigt, von unserem Team, am Telefon"],
    ["hu", staff, "3 hónappal ezelőtt munkatársunk erősítette meg, telefonon"],
    ["en", imported, "never confirmed, from the import of 2019"],
    ["de", imported, "noch nie bestätigt, aus dem Import von 2019"],
    ["hu", imported, "még nincs megerősítve (importálás éve: 2019)"],
    ["en", { ...imported, channel: "form" }, "never confirmed, on record since 2019"],
    ["en", { ...online, hold: "email_bounced" }, "on hold: email bounced"],
    ["de", { ...online, hold: "letter_returned" }, "angehalten: Brief kam zurück"],
    ["hu", { ...online, hold: "a reason of tomorrow" }, "felfüggesztve"],
  ] as const)("in %s", (locale, freshness, words) => {
    expect(readFreshness(freshness, now, locale, "staff").words).toBe(words);
  });

  it.each([
    ["2026-06-14T10:00:00Z", "confirmed yesterday"],
    ["2026-06-02T10:00:00Z", "confirmed 13 days ago"],
    ["2026-05-10T10:00:00Z", "confirmed 5 weeks ago"],
    ["2024-06-16T10:00:00Z", "confirmed 23 months ago"],
    ["2024-04-30T10:00:00Z", "confirmed 2 years ago"],
  ])("%s is %s", (confirmedAt, words) => {
    expect(readFreshness({ ...online, confirmedAt }, now, "en", "customer").words).toBe(`${words}, by you, online`);
  });

  it("call a fellow customer somebody else to customers, and the customer to staff", () => {
    const colleague = { ...online, confirmedByYou: false };
    expect(readFreshness(colleague, now, "en", "customer").words).toContain("by somebody else on this account");
    expect(readFreshness(colleague, now, "en", "staff").words).toContain("by the customer");
  });
});

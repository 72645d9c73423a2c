import { expect, test } from "vitest";
import { factsOf, viewDocuments } from "./record-view.server";

const anna = {
  accountNumber: "41415928",
  kind: "person",
  name: "Anna Weber",
  country: "DE",
  locale: "de",
  birthDate: "1987-04-12",
  yearlySpend: 412.6,
  contactBy: "email",
  since: "2020-08-04T00:00:00+00:00",
  erasedAt: null,
} as const;

test("a person's birth date comes with the age on that day", () => {
  const facts = (now: string) => factsOf(anna, [], new Date(now)).map(({ value }) => value);
  expect(facts("2026-04-11T12:00:00Z")).toContain("12/04/1987 (38)");
  expect(facts("2026-04-12T12:00:00Z")).toContain("12/04/1987 (39)");
});

test("a company has no birth date", () => {
  const company = { ...anna, kind: "company", birthDate: null } as const;
  expect(factsOf(company, [], new Date("2026-04-12T12:00:00Z"))).toHaveLength(factsOf(anna, [], new Date("2026-04-12T12:00:00Z")).length - 1);
});

test("a birth date that callers are yet to tell is told to be there, and so is what a document amounts to", () => {
  const facts = factsOf({ ...anna, birthDate: null }, ["postcode", "birth_date"], new Date("2026-04-12T12:00:00Z"));
  expect(facts).toContainEqual({ label: "Born", value: "once the caller is checked" });
  expect(viewDocuments([{ number: "RE-1", kind: "invoice", issuedOn: "2026-01-01", amount: null, currency: "EUR" }])).toMatchObject([{ amount: "once the caller is checked" }]);
});

test("a document keeps its own currency and its calendar day", () => {
  const [document] = viewDocuments([{ number: "RE-1", kind: "invoice", issuedOn: "2026-01-01", amount: 48900, currency: "HUF" }]);
  expect(document?.issuedOn).toBe("01/01/2026");
  expect(document?.amount).toMatch(/^HUF\s48,900/);
});

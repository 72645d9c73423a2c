import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { customers } from "./customers.ts";
import type { SeedCustomer, SeedDetail } from "./seed-customer.ts";

const today = "2026-03-31";
const many = [...customers(20_000, { seed: 7, today })];

describe("the same seed", () => {
  test("gives the same customers", () => {
    expect(hashOf(customers(2000, { seed: 7, today }))).toBe(hashOf(many.slice(0, 2000)));
  });

  test("gives other customers on another day or with another seed", () => {
    const hash = hashOf(many.slice(0, 100));
    expect(hashOf(customers(100, { seed: 8, today }))).not.toBe(hash);
    expect(hashOf(customers(100, { seed: 7, today: "2026-04-01" }))).not.toBe(hash);
  });

  test("refuses a day that is none", () => {
    expect(() => customers(1, { seed: 7, today: "31.03.2026" }).next()).toThrow(RangeError);
  });
});

describe("nothing repeats that must not", () => {
  test.each([
    ["account numbers", (customer: SeedCustomer) => [customer.accountNumber]],
    ["document numbers", (customer: SeedCustomer) => customer.documents.map(({ number }) => number)],
    ["emails", (customer: SeedCustomer) => ofKind(customer, "email").map(({ value }) => value.toLowerCase())],
  ])("%s", (_, valuesOf) => {
    const values = many.flatMap(valuesOf);
    expect(new Set(values).size).toBe(values.length);
  });

  test("site labels within a customer", () => {
    for (const customer of many) {
      const labels = ofKind(customer, "shipping_address").map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});

describe("each customer", () => {
  test("has one name and one billing address, and one primary detail of each kind", () => {
    for (const customer of many) {
      expect(ofKind(customer, "name")).toHaveLength(1);
      expect(ofKind(customer, "billing_address")).toHaveLength(1);
      const primaries = customer.details.filter(({ primary }) => primary).map(({ kind }) => kind);
      expect(primaries.toSorted()).toEqual([...new Set(customer.details.map(({ kind }) => kind))].toSorted());
    }
  });

  test("has details of a site pointing to a shipping address", () => {
    const belongings = many.flatMap(({ details }) => details.flatMap(({ site }) => (site === null ? [] : [details[site]?.kind])));
    expect(new Set(belongings)).toEqual(new Set(["shipping_address"]));
  });

  test("has a login exactly where an email is verified", () => {
    for (const customer of many) {
      const verified = ofKind(customer, "email").filter((email) => email.verified).map(({ value }) => value);
      expect(customer.logins.length > 0).toBe(verified.length > 0);
      expect(customer.logins[0]?.email).toBe(verified[0]);
      expect(customer.logins.every(({ email }) => verified.includes(email))).toBe(true);
    }
  });

  test("is known no later than confirmed, and confirmed before today and within five years", () => {
    for (const { knownSince, confirmedAt } of many.flatMap(({ details }) => details)) {
      expect(knownSince < today).toBe(true);
      if (confirmedAt === null) continue;
      expect(knownSince <= confirmedAt.slice(0, 10)).toBe(true);
      expect(confirmedAt < today && confirmedAt > "2021-03-31").toBe(true);
    }
  });

  test("has one to eight documents of the last three years with a positive amount", () => {
    for (const { documents } of many) {
      expect(documents.length >= 1 && documents.length <= 8).toBe(true);
      for (const { number, issuedOn, amount } of documents) {
        expect(number).toMatch(new RegExp(`^(RE|LS)-${issuedOn.slice(0, 4)}-\\d{6,}$`));
        expect(issuedOn < today && issuedOn > "2023-03-30").toBe(true);
        expect(amount).toBeGreaterThan(0);
      }
    }
  });

  test("has a birth date of an adult if a person, and none if a company", () => {
    for (const { kind, birthDate } of many) {
      if (kind === "company") expect(birthDate).toBeNull();
      else expect(birthDate !== null && birthDate > "1933" && birthDate <= "2008-03-31").toBe(true);
    }
  });
});

describe("the whole is mixed as a real card index is", () => {
  test.each([
    ["no email", 0.12, (customer: SeedCustomer) => ofKind(customer, "email").length === 0],
    ["not confirmed for two years", 0.25, (customer: SeedCustomer) => lastConfirmed(customer) < "2024-03-31"],
    ["never confirmed", 0.06, (customer: SeedCustomer) => lastConfirmed(customer) === ""],
    ["companies", 0.28, ({ kind }: SeedCustomer) => kind === "company"],
    ["German", 0.55, ({ country }: SeedCustomer) => country === "DE"],
    ["several phones", 0.6, (customer: SeedCustomer) => ofKind(customer, "phone").length > 1],
  ])("%s: about %s", (_, share, holds) => {
    const measured = many.filter(holds).length / many.length;
    expect(measured).toBeGreaterThan(share - 0.04);
    expect(measured).toBeLessThan(share + 0.04);
  });

  test("every channel occurs", () => {
    expect(new Set(many.flatMap(({ details }) => details.map(({ channel }) => channel))).size).toBe(10);
  });

  test("those without email are reached by post", () => {
    const unreachable = many.filter((customer) => customer.contactBy === "email" && ofKind(customer, "email").length === 0);
    expect(unreachable).toEqual([]);
  });
});

function hashOf(list: Iterable<SeedCustomer>): string {
  const hash = createHash("sha256");
  for (const customer of list) hash.update(JSON.stringify(customer));
  return hash.digest("hex");
}

function ofKind<Kind extends SeedDetail["kind"]>({ details }: SeedCustomer, kind: Kind) {
  return details.filter((detail): detail is Extract<SeedDetail, { kind: Kind }> => detail.kind === kind);
}

function lastConfirmed({ details }: SeedCustomer): string {
  return details.reduce((latest, { confirmedAt }) => (confirmedAt !== null && confirmedAt > latest ? confirmedAt : latest), "");
}

import { expect, test } from "vitest";
import { customers } from "./customers.ts";
import { staff } from "./staff.ts";

const today = "2026-03-31";
const [anna, nordlicht, eszter, harbourTea, leopold, wulandari] = customers(6, { seed: 1, today });

test("Anna Weber signs in, and her phones have been stale for more than a year", () => {
  expect(anna).toMatchObject({ locale: "de", logins: [{ email: "anna.weber@example.com", role: "owner", name: "Anna Weber" }] });
  const phones = anna?.details.filter(({ kind }) => kind === "phone") ?? [];
  expect(phones).toHaveLength(2);
  expect(phones.every(({ confirmedAt }) => confirmedAt !== null && confirmedAt < "2024-03-31")).toBe(true);
});

test("Nordlicht has eight labelled sites and three people", () => {
  const sites = nordlicht?.details.filter(({ kind }) => kind === "shipping_address").map(({ label }) => label);
  expect(new Set(sites).size).toBe(8);
  expect(sites).not.toContain(null);
  expect(nordlicht?.logins.map(({ email, role }) => [email, role])).toEqual([
    ["einkauf@nordlicht.example.com", "owner"],
    ["lager@nordlicht.example.com", "member"],
    ["buchhaltung@nordlicht.example.com", "member"],
  ]);
});

test("the others are who the demo says", () => {
  expect(eszter).toMatchObject({ locale: "hu", country: "HU", logins: [{ email: "eszter.nagy@example.com", name: "Nagy Eszter" }] });
  expect(harbourTea).toMatchObject({ kind: "company", country: "GB", logins: [{ email: "office@harbour-tea.example.com" }] });
  expect(leopold).toMatchObject({ country: "AT", contactBy: "post", logins: [] });
  expect(leopold?.details.some(({ kind }) => kind === "email")).toBe(false);
  expect(wulandari?.details[0]?.value).toEqual({ given: "Wulandari", family: "" });
});

test("they keep their account numbers whatever the seed", () => {
  const numbers = [...customers(6, { seed: 99, today })].map(({ accountNumber }) => accountNumber);
  expect(numbers).toEqual([anna, nordlicht, eszter, harbourTea, leopold, wulandari].map((customer) => customer?.accountNumber));
});

test("every staff role has somebody, and no two share an email", () => {
  expect(new Set(staff.map(({ role }) => role))).toEqual(new Set(["agent", "outreach", "supervisor", "admin"]));
  expect(new Set(staff.map(({ email }) => email)).size).toBe(staff.length);
});

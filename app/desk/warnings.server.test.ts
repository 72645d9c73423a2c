import { expect, test } from "vitest";
import { type Contact, viewWarnings } from "./warnings.server";

const now = new Date("2026-12-01T09:00:00Z");
const call = (at: string, more: Partial<Contact> = {}): Contact =>
  ({ at, channel: "phone", direction: "in", reason: "invoice_missing", outcome: "open", concern: null, ...more });
const record = { customer: { accountNumber: "41415928" }, logins: [], updates: [], lastContact: null };
const warned = (notes: Contact[]) => viewWarnings({ ...record, notes }, [], now).map(({ text, to }) => [text, to]);

test("who called twice about a concern calls for the third time now", () => {
  const concern = { reference: "ABCD-2345", subject: "Where is the invoice?" };
  expect(warned([call("2026-11-30T09:00:00Z", { concern, outcome: "settled" }), call("2026-11-20T09:00:00Z", { concern })]))
    .toEqual([["call no. 3 on the same matter: Where is the invoice?", "/desk/concerns/ABCD-2345"]]);
});

test("and so does who called twice for one reason that is not settled", () => {
  expect(warned([call("2026-11-30T09:00:00Z"), call("2026-11-20T09:00:00Z")])).toEqual([["call no. 3 on the same matter within 30 days", null]]);
});

test.each([
  ["one call", [call("2026-11-30T09:00:00Z")]],
  ["calls for two reasons", [call("2026-11-30T09:00:00Z"), call("2026-11-29T09:00:00Z", { reason: "delivery_late" })]],
  ["a call long ago", [call("2026-11-30T09:00:00Z"), call("2026-10-20T09:00:00Z")]],
  ["calls of ours", [call("2026-11-30T09:00:00Z", { direction: "out" }), call("2026-11-29T09:00:00Z", { direction: "out" })]],
  ["what is settled", [call("2026-11-30T09:00:00Z", { outcome: "settled" }), call("2026-11-29T09:00:00Z", { outcome: "settled" })]],
])("%s is no warning", (_, notes) => {
  expect(warned(notes)).toEqual([]);
});

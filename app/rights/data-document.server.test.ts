import { describe, expect, test } from "vitest";
import { itemOps } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";
import { documentOf } from "./data-document.server";
import type { HeldData } from "./held-data.schema";

const at = "2026-11-21T09:00:00+00:00";

/** What is held about somebody of whom every kind of thing has been recorded. */
const held: HeldData = {
  format: "kartei-customer-data",
  version: 1,
  createdAt: at,
  customer: {
    accountNumber: "10000001", kind: "person", country: "DE", birthDate: null, yearlySpend: 0, since: at,
    wishes: { locale: "de", contactBy: "email", reminders: true },
  },
  details: [],
  updates: itemOps.map((op, place) => ({
    reference: `ABCD-EFG${place}`, occurredAt: at, channel: "online", actor: "customer", actorName: "Ada Muster", identifiedBy: null, receiptAt: null,
    items: [{ op, kind: "phone", label: null, before: "+493023125014", after: "+493023125014" }],
  })),
  documents: [],
  logins: [],
  emailProofs: [],
  invitations: [],
  activationLetters: [],
  declinedQuestions: [],
  callerChecks: [],
  callerPins: [],
  idDigitsSince: null,
  contacts: [],
  concerns: [],
  tasks: [],
  writtenChanges: [],
  sent: ["member_invited", "change_announced", "activation_code"].map((kind) => ({ kind, medium: "email", state: "sent", createdAt: at, sentAt: at })) as HeldData["sent"],
  reminders: [],
  recordViews: [],
  wishes: [],
  downloads: [],
};

describe.each(locales)("everything about somebody, as a document in %s", (locale) => {
  test("names whatever happened in words", () => {
    const text = JSON.stringify(documentOf(held, locale).sections.map(({ blocks }) => blocks.map((block) => ("rows" in block ? block.rows : block.text))));
    for (const code of [...itemOps, ...held.sent.map(({ kind }) => kind)]) expect(text).not.toContain(`"${code}"`);
  });
});

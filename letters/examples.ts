import type { Letter } from "./index";
import type { TypedLink } from "./parts/props";

const link = (code: string): TypedLink => ({ url: `https://kartei.example.com/l/${code}`, page: "kartei.example.com/l", code });

/** One letter of every kind, for tests and for looking at; each is written in English until `locale` says otherwise. */
export const exampleLetters = {
  receipt: {
    kind: "receipt",
    locale: "en",
    reference: "K7MX-4QPD",
    occurredAt: "2026-11-21T21:09:30.123456+00:00",
    channel: "invoice",
    actor: "you",
    actorName: null,
    recipientName: "Anna Weber",
    items: [
      { op: "change", kind: "phone", label: null, before: "+493012345678", after: "+493098765432" },
      {
        op: "change",
        kind: "billing_address",
        label: null,
        before: { country: "DE", lines: ["Lindenallee 12"], postcode: "10115", city: "Berlin", area: "" },
        after: { country: "DE", lines: ["Hafenstraße 3", "Hinterhaus"], postcode: "20457", city: "Hamburg", area: "" },
      },
      {
        op: "add",
        kind: "shipping_address",
        label: "Lager Győr",
        before: null,
        after: { country: "HU", lines: ["Kossuth Lajos u. 5."], postcode: "9021", city: "Győr", area: "" },
      },
      { op: "remove", kind: "fax", label: null, before: "+493012345699", after: null },
    ],
    objection: { does: "undo", link: link("ABCD-EFGH-JKMN") },
  },
  receiptCopy: {
    kind: "receipt",
    locale: "en",
    reference: "Q2HT-9WVC",
    occurredAt: "2026-07-03T08:15:00+00:00",
    channel: "phone",
    actor: "staff",
    actorName: "Petra Lang",
    recipientName: "Nordlicht Versand GmbH",
    items: [{ op: "add", kind: "phone", label: "Warehouse Leipzig", before: null, after: "+493419876543" }],
    objection: null,
  },
  changeAnnounced: {
    kind: "change_announced",
    locale: "en",
    recipientName: "Anna Weber",
    reference: "P3QX-7RTD",
    from: "2026-12-24",
    items: [{
      op: "change",
      kind: "billing_address",
      label: null,
      before: { country: "DE", lines: ["Lindenallee 12"], postcode: "10115", city: "Berlin", area: "" },
      after: { country: "AT", lines: ["Mariahilfer Straße 88a"], postcode: "1070", city: "Wien", area: "" },
    }],
    stop: link("BCDE-FGHJ-KMNP"),
  },
  emailChanged: { kind: "email_changed", locale: "en", newMasked: "w•••@e•••.org", freeze: link("CDEF-GHJK-MNPQ") },
  reminder: {
    kind: "reminder",
    locale: "en",
    recipientName: "Anna Weber",
    details: [
      { kind: "phone", label: null, masked: "+49 ••• ••78", lastConfirmed: "2024-03-02T09:00:00+00:00" },
      { kind: "shipping_address", label: "Summer house", masked: "••••, 10••• Berlin", lastConfirmed: null },
    ],
    review: link("DEFG-HJKM-NPQR"),
  },
  activationCode: { kind: "activation_code", locale: "en", accountNumber: "10004711", activate: link("EFGH-JKMN-PQRS") },
  signInOpened: { kind: "sign_in_opened", locale: "en", recipientName: "Anna Weber", masked: "w•••@e•••.org", openedAt: "2026-11-21T21:09:30+00:00" },
  concernReceived: { kind: "concern_received", locale: "en", recipientName: "Anna Weber", reference: "M4KD-2WXR", subject: "Invoice 2026-117", answer: null },
  concernAnswered: {
    kind: "concern_answered",
    locale: "en",
    recipientName: "Anna Weber",
    reference: "M4KD-2WXR",
    subject: "Invoice 2026-117",
    answer: "You were right: we charged the delivery twice.\n\nWe have sent the amount back today.",
  },
  erased: { kind: "erased", locale: "en", accountNumber: "10004711", erasedOn: "2026-12-01" },
} satisfies Record<string, Letter>;

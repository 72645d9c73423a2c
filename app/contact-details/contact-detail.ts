// Apart from the schemas, so that a page in the browser can have these words without zod.

/** What a customer is known or reached by. */
export const detailKinds = ["name", "billing_address", "shipping_address", "phone", "fax", "email"] as const;
export type DetailKind = (typeof detailKinds)[number];

/** How something reached us. */
export const channels = [
  "online",
  "phone",
  "invoice",
  "form",
  "letter",
  "fax",
  "email",
  "chat",
  "in_person",
  "import",
] as const;
export type Channel = (typeof channels)[number];

export type CustomerKind = "person" | "company";

/** Greatest lengths, in Unicode code points as PostgreSQL's `char_length` counts them; for an email in bytes (RFC 5321). */
export const limits = {
  personName: 100,
  companyName: 200,
  addressLines: 3,
  addressLine: 100,
  postcode: 20,
  city: 100,
  area: 100,
  phone: 60,
  email: 254,
  label: 100,
  contact: 100,
  hints: 300,
} as const;

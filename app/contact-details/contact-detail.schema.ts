import { z } from "zod";
import { channels, detailKinds } from "./contact-detail";

export { channels, detailKinds };
export type { Channel, CustomerKind, DetailKind } from "./contact-detail";

const personNameSchema = z.object({ given: z.string(), family: z.string() });
const companyNameSchema = z.object({ company: z.string() });
export const addressSchema = z.object({
  country: z.string(),
  lines: z.array(z.string()),
  postcode: z.string(),
  city: z.string(),
  area: z.string(),
  contact: z.string().optional(),
  hints: z.string().optional(),
});

/** A person's name; one half may be "" because people with a single name exist. */
export type PersonName = z.infer<typeof personNameSchema>;
export type CompanyName = z.infer<typeof companyNameSchema>;
/**
 * `country` is ISO 3166-1 alpha-2; a part that the country does not use is "". A shipping address may have a `contact`,
 * who receives there, and `hints` on how to deliver.
 */
export type Address = z.infer<typeof addressSchema>;

/** A stored value as the database hands it out: a phone and a fax are E.164, an email is as typed. */
export const detailValueSchema = z.union([z.string(), personNameSchema, companyNameSchema, addressSchema]);
export type DetailValue = z.infer<typeof detailValueSchema>;

/**
 * What a change within an update did: `place` gave the detail another label or site, and left its value; `cancel` took
 * back what was planned for a day ahead.
 */
export const itemOps = ["add", "change", "remove", "confirm", "make_primary", "place", "cancel"] as const;

/**
 * One change within an update. `label` is what the detail is called since; `labelBefore`, and the sites' names, are there
 * where they changed, "" for none. `from` is the day ahead from which the value was to count; `cancelled` says that this
 * was taken back before that day.
 */
export const updateItemSchema = z.object({
  op: z.enum(itemOps),
  kind: z.enum(detailKinds),
  label: z.string().nullable(),
  before: detailValueSchema.nullable(),
  after: detailValueSchema.nullable(),
  labelBefore: z.string().optional(),
  site: z.string().optional(),
  siteBefore: z.string().optional(),
  from: z.iso.date().optional(),
  cancelled: z.literal(true).optional(),
});
export type UpdateItem = z.infer<typeof updateItemSchema>;

/**
 * How a detail is known: when and by whom it was last confirmed, since when we have it, and when it
 * is due for review. `hold` is the code of the evidence against it (freshness.ts has the words).
 */
export const freshnessSchema = z.object({
  confirmedAt: z.string().nullable(),
  confirmedBy: z.enum(["customer", "staff", "import"]).nullable(),
  confirmedByYou: z.boolean(),
  channel: z.enum(channels).nullable(),
  knownSince: z.string(),
  reviewOn: z.string(),
  hold: z.string().nullable(),
});
export type Freshness = z.infer<typeof freshnessSchema>;

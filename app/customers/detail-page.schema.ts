import { z } from "zod";
import { detailKinds, detailValueSchema } from "~/contact-details/contact-detail.schema";
import { detailSchema } from "~/contact-details/detail.schema";
import { headSchema } from "./head.schema";

/** A shipping address that something may belong to. */
const siteSchema = z.object({ id: z.uuid(), label: z.string().nullable(), value: detailValueSchema });
export type SiteOfCustomer = z.infer<typeof siteSchema>;

/** An address that says the same as another one, which its change may be meant for too. */
export const sameAddressSchema = z.object({
  id: z.uuid(),
  kind: z.enum(detailKinds),
  label: z.string().nullable(),
  version: z.number(),
  value: detailValueSchema,
});
export type SameAddress = z.infer<typeof sameAddressSchema>;

/**
 * What the page of one detail shows; `detail` is null for one to add. `sites` are those to choose from: all where there
 * are few, else those that match what was typed. `site` is the one chosen now.
 */
export const detailPageSchema = headSchema.extend({
  detail: detailSchema.nullable(),
  site: siteSchema.nullable(),
  siteCount: z.number(),
  sites: z.array(siteSchema),
  sameAddresses: z.array(sameAddressSchema),
  belongingsCount: z.number(),
  belongings: z.array(detailSchema),
});
export type DetailPage = z.infer<typeof detailPageSchema>;

/** What a site is called: its label, else its street and town. */
export function siteName({ label, value }: Pick<SiteOfCustomer, "label" | "value">): string {
  if (label) return label;
  return typeof value === "object" && "country" in value ? [value.lines[0], value.city].filter(Boolean).join(", ") : "";
}

import { z } from "zod";
import { detailKinds, detailValueSchema, freshnessSchema } from "./contact-detail.schema";

/** A live detail as the database hands it to a page; `siteId` is the shipping address that it belongs to. */
export const detailSchema = z.object({
  id: z.uuid(),
  kind: z.enum(detailKinds),
  label: z.string().nullable(),
  siteId: z.uuid().nullable(),
  isPrimary: z.boolean(),
  version: z.number(),
  value: detailValueSchema,
  verified: z.boolean(),
  freshness: freshnessSchema,
  /** What will count from a later day, by the update of that reference. */
  upcoming: z.object({ value: detailValueSchema, from: z.iso.date(), reference: z.string() }).nullish(),
});
export type Detail = z.infer<typeof detailSchema>;

/** An email address that waits for the code sent to it; `detail` is the one it will replace. */
export const pendingEmailSchema = z.object({ proof: z.uuid(), detail: z.uuid().nullable(), email: z.string() });
export type PendingEmail = z.infer<typeof pendingEmailSchema>;

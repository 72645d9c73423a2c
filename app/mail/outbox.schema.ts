import { z } from "zod";
import { channels, detailKinds, detailValueSchema, updateItemSchema } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";

const code = z.object({
  to: z.string(),
  purpose: z.enum(["sign_in", "prove_email"]),
  /** Whether somebody may sign in with this address, or a proof waits for it. */
  known: z.boolean(),
  tooLate: z.boolean(),
});

const receipt = z.object({
  to: z.string(),
  reference: z.string(),
  occurredAt: z.iso.datetime({ offset: true }),
  channel: z.enum(channels),
  actor: z.enum(["you", "customer", "staff", "import"]),
  actorName: z.string().nullable(),
  recipientName: z.string(),
  accountNumber: z.string(),
  items: z.array(updateItemSchema),
});

const emailChanged = z.object({
  to: z.string(),
  linkId: z.string(),
  old: z.string(),
  new: z.string(),
  validUntil: z.iso.datetime({ offset: true }),
});

const reminder = z.object({
  to: z.string(),
  customerId: z.string(),
  recipientName: z.string(),
  details: z.array(z.object({
    kind: z.enum(detailKinds),
    label: z.string().nullable(),
    value: detailValueSchema,
    confirmedAt: z.string().nullable(),
  })).nullable(),
});

const nameRequestRefused = z.object({ to: z.string(), newName: z.string(), reason: z.string().nullable() });

const claim = { id: z.uuid(), lease: z.uuid(), locale: z.enum(locales) };

/** What `outbox_claim` returns: rows under a lease. What one says is read row by row, so that one cannot spoil the rest. */
export const leasedSchema = z.array(z.looseObject({ id: z.uuid(), lease: z.uuid() }));
export type Leased = z.infer<typeof leasedSchema>[number];

/** A claimed row with what its mail says. */
export const claimedSchema = z.discriminatedUnion("kind", [
  z.object({ ...claim, kind: z.literal("code"), content: code }),
  z.object({ ...claim, kind: z.literal("receipt"), content: receipt }),
  z.object({ ...claim, kind: z.literal("email_changed"), content: emailChanged }),
  z.object({ ...claim, kind: z.literal("reminder"), content: reminder }),
  z.object({ ...claim, kind: z.literal("name_request_refused"), content: nameRequestRefused }),
]);
export type Claimed = z.infer<typeof claimedSchema>;

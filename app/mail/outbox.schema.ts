import { z } from "zod";
import { concernKinds } from "~/concerns/concern";
import { channels, detailKinds, detailValueSchema, updateItemSchema } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";
import { staffRoleSchema } from "~/staff/role.schema";

const code = z.object({
  to: z.string(),
  purpose: z.enum(["sign_in", "prove_email", "check_caller"]),
  /** Whether somebody may sign in with this address, or a proof or the check of a caller waits for it. */
  known: z.boolean(),
  tooLate: z.boolean(),
});

/** What mails tell of an update; `linkId` is the link to object by, until `validUntil`. */
const update = {
  to: z.string(),
  reference: z.string(),
  occurredAt: z.iso.datetime({ offset: true }),
  channel: z.enum(channels),
  actor: z.enum(["you", "customer", "staff", "link", "import"]),
  actorName: z.string().nullable(),
  recipientName: z.string(),
  accountNumber: z.string(),
  items: z.array(updateItemSchema),
  linkId: z.string().nullable(),
  validUntil: z.iso.datetime({ offset: true }),
};

const receipt = z.object({ ...update, undoes: z.string().nullable(), linkDoes: z.enum(["undo", "freeze"]).nullable() });

const changeAnnounced = z.object({ ...update, linkId: z.string() });

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
  linkId: z.uuid(),
  validUntil: z.iso.datetime({ offset: true }),
  recipientName: z.string(),
  details: z.array(z.object({
    kind: z.enum(detailKinds),
    label: z.string().nullable(),
    value: detailValueSchema,
    confirmedAt: z.string().nullable(),
  })).nullable(),
});

const nameRequestRefused = z.object({ to: z.string(), newName: z.string(), reason: z.string().nullable() });

const role = z.enum(["owner", "member"]);

const memberInvited = z.object({
  to: z.string(),
  invitedName: z.string(),
  invitedBy: z.string(),
  customerName: z.string(),
  validUntil: z.iso.datetime({ offset: true }),
  /** Whether it can still be accepted: nobody has taken it back meanwhile. */
  open: z.boolean(),
});

const memberJoined = z.object({ to: z.string(), customerId: z.uuid(), name: z.string(), email: z.string(), role, customerName: z.string() });

const memberRemoved = z.object({
  to: z.string(),
  name: z.string(),
  email: z.string(),
  /** Whether the mail goes to the person who was removed. */
  you: z.boolean(),
  removedBy: z.string().nullable(),
  customerName: z.string(),
});
const concern = z.object({
  to: z.string(),
  customerId: z.string(),
  recipientName: z.string(),
  reference: z.string(),
  concernKind: z.enum(concernKinds),
  subject: z.string(),
  text: z.string(),
  answeredBy: z.string().nullable(),
});

const erased = z.object({ to: z.string(), accountNumber: z.string(), erasedOn: z.iso.date() });

const webhookOff = z.object({
  to: z.string(),
  recipientName: z.string(),
  endpointId: z.string(),
  endpointName: z.string(),
  reason: z.enum(["failing", "gone"]),
});

const signInReleased = z.object({ to: z.string(), recipientName: z.string(), email: z.string() });

const staffInvited = z.object({
  to: z.string(),
  name: z.string(),
  role: staffRoleSchema,
  invitedBy: z.string().nullable(),
  /** Whether the person still works here. */
  open: z.boolean(),
});

const claim = { id: z.uuid(), lease: z.uuid(), locale: z.enum(locales) };

/** What `outbox_claim` returns: rows under a lease. What one says is read row by row, so that one cannot spoil the rest. */
export const leasedSchema = z.array(z.looseObject({ id: z.uuid(), lease: z.uuid(), kind: z.string() }));
export type Leased = z.infer<typeof leasedSchema>[number];

/** A claimed row with what its mail says. */
export const claimedSchema = z.discriminatedUnion("kind", [
  z.object({ ...claim, kind: z.literal("code"), content: code }),
  z.object({ ...claim, kind: z.literal("receipt"), content: receipt }),
  z.object({ ...claim, kind: z.literal("change_announced"), content: changeAnnounced }),
  z.object({ ...claim, kind: z.literal("email_changed"), content: emailChanged }),
  z.object({ ...claim, kind: z.literal("reminder"), content: reminder }),
  z.object({ ...claim, kind: z.literal("name_request_refused"), content: nameRequestRefused }),
  z.object({ ...claim, kind: z.literal("member_invited"), content: memberInvited }),
  z.object({ ...claim, kind: z.literal("member_joined"), content: memberJoined }),
  z.object({ ...claim, kind: z.literal("member_removed"), content: memberRemoved }),
  z.object({ ...claim, kind: z.literal("concern_received"), content: concern }),
  z.object({ ...claim, kind: z.literal("concern_answered"), content: concern }),
  z.object({ ...claim, kind: z.literal("erased"), content: erased }),
  z.object({ ...claim, kind: z.literal("webhook_off"), content: webhookOff }),
  z.object({ ...claim, kind: z.literal("sign_in_released"), content: signInReleased }),
  z.object({ ...claim, kind: z.literal("staff_invited"), content: staffInvited }),
]);
export type Claimed = z.infer<typeof claimedSchema>;

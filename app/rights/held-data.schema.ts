import { z } from "zod";
import { checkKinds } from "~/caller-checks/check-kinds";
import { concernSchema, messageSchema } from "~/concerns/concern.schema";
import { channels, detailKinds, detailValueSchema } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";
import { noteSchema } from "~/notes/note.schema";
import { mailKinds } from "~/outbox/mail.schema";
import { taskCauses } from "~/tasks/task.schema";
import { updateSchema } from "~/updates/update.schema";
import { viewedPageSchema } from "~/staff/record-view.schema";

const moment = z.iso.datetime({ offset: true });
const medium = z.enum(["email", "letter"]);

/** Where a login came from. */
export const loginOrigins = ["import", "activation", "invitation", "replacement", "email_change"] as const;
/** How a task, an invitation or a letter with a code ended. */
export const outcomes = ["done", "refused", "withdrawn", "accepted", "declined", "replaced", "used"] as const;

/** How a customer wishes to be talked to. */
export const wishesSchema = z.object({ locale: z.enum(locales), contactBy: z.enum(["email", "post"]), reminders: z.boolean() });
export type Wishes = z.infer<typeof wishesSchema>;

const detail = z.object({
  id: z.uuid(),
  kind: z.enum(detailKinds),
  label: z.string().nullable(),
  siteId: z.uuid().nullable(),
  isPrimary: z.boolean(),
  channel: z.enum(channels),
  verifiedAt: moment.nullable(),
  confirmedAt: moment.nullable(),
  confirmedBy: z.enum(["customer", "staff", "import"]).nullable(),
  reviewOn: z.iso.date(),
  onHold: z.string().nullable(),
  addedAt: moment,
  removedAt: moment.nullable(),
  /** In the order in which they were stored; both days are null for a value that was replaced on its first day. */
  values: z.array(z.object({
    value: detailValueSchema,
    validFrom: z.iso.date().nullable(),
    validUntil: z.iso.date().nullable(),
    knownSince: z.iso.date(),
    update: z.string().nullable(),
  })),
});

const document = z.object({
  number: z.string(),
  kind: z.enum(["invoice", "delivery_note"]),
  issuedOn: z.iso.date(),
  amount: z.number(),
  currency: z.string(),
  address: z.unknown(),
});

/** Everything held about a customer, as docs/personal-data.md describes it. What is not named here does not leave. */
export const heldDataSchema = z.object({
  format: z.literal("kartei-customer-data"),
  version: z.literal(1),
  createdAt: moment,
  customer: z.object({
    accountNumber: z.string(),
    kind: z.enum(["person", "company"]),
    country: z.string(),
    birthDate: z.iso.date().nullable(),
    yearlySpend: z.number(),
    since: moment,
    wishes: wishesSchema,
  }),
  details: z.array(detail),
  updates: z.array(updateSchema.extend({ receiptAt: moment.nullable() })),
  documents: z.array(document),
  logins: z.array(z.object({
    email: z.string(), name: z.string(), role: z.enum(["owner", "member"]), origin: z.enum(loginOrigins), since: moment, frozenAt: moment.nullable(), endedAt: moment.nullable(),
  })),
  emailProofs: z.array(z.object({
    email: z.string(), channel: z.enum(channels), askedAt: moment, expiresAt: moment, settledAt: moment.nullable(), accepted: z.boolean(),
  })),
  invitations: z.array(z.object({
    email: z.string(), name: z.string(), role: z.enum(["owner", "member"]), at: moment, expiresAt: moment, outcome: z.enum(outcomes).nullable(),
  })),
  activationLetters: z.array(z.object({ at: moment, byStaff: z.boolean(), outcome: z.enum(outcomes).nullable() })),
  /** Notes on contacts, those parts too that are for staff alone, with the promises made. */
  contacts: z.array(noteSchema),
  concerns: z.array(concernSchema.extend({ messages: z.array(messageSchema) })),
  tasks: z.array(z.object({
    cause: z.enum(taskCauses), createdAt: moment, dueAt: moment, closedAt: moment.nullable(), outcome: z.enum(outcomes).nullable(), reason: z.string().nullable(),
  })),
  declinedQuestions: z.array(z.object({ at: moment, by: z.string(), kind: z.enum(detailKinds) })),
  writtenChanges: z.array(z.object({
    sheet: z.number().int(),
    channel: z.enum(channels),
    receivedOn: z.iso.date(),
    state: z.string(),
    documentNumber: z.string().nullable(),
    reason: z.string().nullable(),
    keyedAt: moment,
    changes: z.array(z.object({ kind: z.enum(detailKinds), value: detailValueSchema })).nullable(),
  })),
  sent: z.array(z.object({ kind: z.enum(mailKinds), medium, state: z.string(), createdAt: moment, sentAt: moment.nullable() })),
  reminders: z.array(z.object({ medium, at: moment, answeredAt: moment.nullable() })),
  recordViews: z.array(z.object({ at: moment, by: z.string(), page: viewedPageSchema })),
  wishes: z.array(z.object({ at: moment, by: z.string(), before: wishesSchema, after: wishesSchema })),
  callerChecks: z.array(z.object({
    at: moment,
    by: z.string(),
    passedAt: moment.nullable(),
    overriddenBy: z.string().nullable(),
    reason: z.string().nullable(),
    /** What was asked and whether it was right; what was said is kept nowhere. */
    answers: z.array(z.object({ kind: z.enum(checkKinds), correct: z.boolean(), at: moment })),
  })),
  callerPins: z.array(z.object({ at: moment, to: z.string(), usedAt: moment.nullable() })),
  /** Since when digits of an ID number are kept, as an HMAC. */
  idDigitsSince: moment.nullable(),
  downloads: z.array(z.object({ at: moment, by: z.string(), format: z.enum(["json", "pdf"]) })),
});
export type HeldData = z.infer<typeof heldDataSchema>;

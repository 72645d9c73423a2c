import { z } from "zod";
import { channels, detailKinds, detailValueSchema, updateItemSchema } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";

const moment = z.iso.datetime({ offset: true });

const letter = {
  id: z.uuid(),
  locale: z.enum(locales),
  /** What the letter lets its holder do, where it lets them do something. */
  link: z.object({ id: z.uuid(), purpose: z.enum(["freeze", "undo", "stop", "review"]) }).nullable(),
};

const receipt = z.object({
  reference: z.string(),
  occurredAt: moment,
  channel: z.enum(channels),
  actor: z.enum(["you", "customer", "staff", "link", "import"]),
  actorName: z.string().nullable(),
  recipientName: z.string(),
  items: z.array(updateItemSchema),
});

const reminder = z.object({
  recipientName: z.string(),
  details: z.array(z.object({
    kind: z.enum(detailKinds),
    label: z.string().nullable(),
    value: detailValueSchema,
    confirmedAt: moment.nullable(),
  })),
});

const activation = z.object({ activationId: z.uuid(), accountNumber: z.string() });
const signInOpened = z.object({ recipientName: z.string(), email: z.string(), openedAt: moment });
const concern = z.object({ recipientName: z.string(), reference: z.string(), subject: z.string(), text: z.string() });

/** A letter at a printer, with what it says as the database holds it. */
export const claimedLetterSchema = z.discriminatedUnion("kind", [
  z.object({ ...letter, kind: z.literal("receipt"), content: receipt }),
  z.object({ ...letter, kind: z.literal("change_announced"), content: receipt }),
  z.object({ ...letter, kind: z.literal("email_changed"), content: z.object({ new: z.string() }) }),
  z.object({ ...letter, kind: z.literal("reminder"), content: reminder }),
  z.object({ ...letter, kind: z.literal("activation_code"), content: activation }),
  z.object({ ...letter, kind: z.literal("sign_in_opened"), content: signInOpened }),
  z.object({ ...letter, kind: z.literal("concern_received"), content: concern }),
  z.object({ ...letter, kind: z.literal("concern_answered"), content: concern }),
  z.object({ ...letter, kind: z.literal("erased"), content: z.object({ accountNumber: z.string(), erasedOn: z.iso.date() }) }),
]);
export type ClaimedLetter = z.infer<typeof claimedLetterSchema>;

import { z } from "zod";
import { detailSchema, pendingEmailSchema } from "~/contact-details/detail.schema";
import { callerCheckSchema } from "~/caller-checks/caller-check.schema";
import { recordCommitmentsSchema } from "~/commitments/commitment.schema";
import { concernSchema } from "~/concerns/concern.schema";
import { customerCaption } from "~/customer-caption";
import type { Db } from "~/db/client.server";
import { locales } from "~/i18n/locale";
import { clockSchema, noteSchema } from "~/notes/note.schema";
import { taskSchema } from "~/tasks/task.schema";
import { updateSchema } from "~/updates/update.schema";
import { meSchema } from "./me.schema";

const moment = z.iso.datetime({ offset: true });

/** The newest letter with an activation code; `orderedBy` is null where the customer ordered it at sign-in. */
const activationSchema = z.object({
  orderedAt: moment,
  orderedBy: z.string().nullable(),
  state: z.enum(["waiting", "printed", "locked", "expired", "used", "replaced"]),
});

const recordSchema = z.object({
  me: meSchema,
  customer: z.object({
    accountNumber: z.string(),
    kind: z.enum(["person", "company"]),
    name: z.string().nullable(),
    country: z.string(),
    locale: z.enum(locales),
    /** Null also while a caller is yet to tell it, as the amounts of documents are. */
    birthDate: z.iso.date().nullable(),
    yearlySpend: z.number(),
    contactBy: z.enum(["email", "post"]),
    since: moment,
    erasedAt: moment.nullable(),
  }),
  /** Changes whenever anything that the record shows does. */
  stamp: z.string(),
  details: z.array(detailSchema),
  /** What to ask during the call, worst first. */
  questions: z.array(z.object({ detail: z.uuid(), version: z.number() })),
  updates: z.array(updateSchema),
  /** When somebody of ours last spoke with the customer. */
  lastContact: z.object({ at: moment }).nullable(),
  pendingEmails: z.array(pendingEmailSchema),
  callerCheck: callerCheckSchema,
  logins: z.array(z.object({ email: z.string(), name: z.string(), role: z.enum(["owner", "member"]), frozen: z.boolean() })),
  activation: activationSchema.nullable(),
  documents: z.array(z.object({ number: z.string(), kind: z.enum(["invoice", "delivery_note"]), issuedOn: z.iso.date(), amount: z.number().nullable(), currency: z.string() })),
  tasks: z.array(taskSchema),
  concerns: z.array(concernSchema),
  note: clockSchema.nullable(),
  notes: z.array(noteSchema),
  promises: recordCommitmentsSchema,
  reminders: z.array(z.object({ sentAt: moment, medium: z.enum(["email", "letter"]), answeredAt: moment.nullable() })),
});
export type CustomerRecord = z.infer<typeof recordSchema>;

/** Everything about a customer, by account number; the database logs the look. */
export function readRecord(db: Db, account: string): Promise<CustomerRecord> {
  return db.call("desk_record", { account }, recordSchema);
}

/** Who works on whose record, for the pages beside it. */
export function headOf({ me, customer, note }: CustomerRecord) {
  return { me, note, account: customer.accountNumber, caption: customerCaption(customer) };
}

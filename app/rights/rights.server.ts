import { z } from "zod";
import { headSchema } from "~/customers/head.schema";
import type { Db } from "~/db/client.server";
import { heldDataSchema, type Wishes, wishesSchema } from "./held-data.schema";

const moment = z.iso.datetime({ offset: true });

const rightsSchema = headSchema.extend({
  wishes: wishesSchema,
  hasMailbox: z.boolean(),
  downloads: z.array(z.object({ at: moment, by: z.string(), format: z.enum(["json", "pdf"]) })),
  /** The last request for erasure; without an outcome it is open. */
  erasure: z.object({ askedAt: moment, dueAt: moment, outcome: z.enum(["refused", "withdrawn"]).nullable(), reason: z.string().nullable() }).nullable(),
});
export type Rights = z.infer<typeof rightsSchema>;

/** How a customer wishes to be talked to, the last copies taken, and how a wish for erasure stands. */
export function readRights(db: Db, customer: string): Promise<Rights> {
  return db.call("account_rights", { customer }, rightsSchema);
}

const formSchema = z.object({ locale: wishesSchema.shape.locale, contactBy: wishesSchema.shape.contactBy });

/** What the form wishes; throws 400 where no form of ours said it. */
export function readWishes(form: FormData): Wishes {
  const { data } = formSchema.safeParse({ locale: form.get("locale"), contactBy: form.get("contact_by") });
  if (!data) throw new Response(null, { status: 400 });
  return { ...data, reminders: form.get("reminders") !== null };
}

/** Keeps the wishes; an owner's right. */
export function saveWishes(db: Db, customer: string, { locale, contactBy, reminders }: Wishes) {
  return db.call("save_wishes", { customer, locale, contact_by: contactBy, reminders }, z.null());
}

const takenSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("limited"), retryAt: moment }),
  heldDataSchema.extend({ status: z.literal("taken") }),
]);

/** Everything held about a customer; the copy is logged, and counted. */
export function takeData(db: Db, customer: string, format: "json" | "pdf") {
  return db.call("take_data", { customer, format }, takenSchema);
}

/** Asks for erasure; asking again changes nothing. */
export function requestErasure(db: Db, customer: string) {
  return db.call("request_erasure", { customer }, z.null());
}

/** Takes that wish back. */
export function withdrawErasure(db: Db, customer: string) {
  return db.call("withdraw_erasure", { customer }, z.null());
}

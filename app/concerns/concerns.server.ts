import { z } from "zod";
import { headSchema } from "~/customers/head.schema";
import type { Db } from "~/db/client.server";
import type { ConcernKind } from "./concern";
import { concernSchema, messageSchema, siteSchema } from "./concern.schema";

const moment = z.iso.datetime({ offset: true });

const listSchema = headSchema.extend({ concerns: z.array(concernSchema), mayOpen: z.boolean() });

/** A customer's concerns, newest first, fifty before a moment (the newest without one). */
export function readConcerns(db: Db, customer: string, before?: string) {
  return db.call("account_concerns", { customer, before }, listSchema);
}

const newSchema = headSchema.extend({ mayOpen: z.boolean(), sites: z.array(siteSchema) });

/** What the form for a new concern needs: whether there is room for one more, and where an order may go. */
export function readNewConcern(db: Db, customer: string) {
  return db.call("account_new_concern", { customer }, newSchema);
}

const pageSchema = headSchema.extend({ concern: concernSchema, messages: z.array(messageSchema), supervisorBy: moment.nullable() });

/** One concern with what was written, and by when a supervisor will answer where one was asked for. */
export function readConcern(db: Db, customer: string, reference: string) {
  return db.call("account_concern", { customer, reference }, pageSchema);
}

/** What a form for a new concern asks for; `site` for an order that goes to one. */
export type NewConcern = { kind: ConcernKind; aboutInvoice: boolean; site: string | null; subject: string; text: string };

const noRoom = [
  z.object({ status: z.literal("limited"), retryAt: moment }),
  z.object({ status: z.literal("too_many_open") }),
] as const;
const openedSchema = z.discriminatedUnion("status", [z.object({ status: z.enum(["opened", "repeated"]), reference: z.string() }), ...noRoom]);

/** Opens a concern; `requestId` makes a second press return the first one's reference. */
export function openConcern(db: Db, customer: string, { kind, aboutInvoice, site, subject, text }: NewConcern, requestId: string) {
  return db.call("open_concern", { customer, kind, about_invoice: aboutInvoice, site: site as string, subject, body: text, request: requestId }, openedSchema);
}

const writtenSchema = z.discriminatedUnion("status", [z.object({ status: z.enum(["written", "repeated"]) }), ...noRoom]);

/** Writes on a concern again. */
export function writeOnConcern(db: Db, customer: string, reference: string, text: string, requestId: string) {
  return db.call("write_on_concern", { customer, reference, body: text, request: requestId }, writtenSchema);
}

/** Raises a complaint to a supervisor; a second press changes nothing. */
export function escalateConcern(db: Db, customer: string, reference: string) {
  return db.call("escalate_concern", { customer, reference }, z.object({ dueAt: moment.nullable() }));
}

import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import { mailKinds } from "./mail.schema";

const states = ["queued", "claimed", "sent", "failed", "uncertain", "cancelled", "waiting"] as const;
export type MailState = (typeof states)[number];

const mailSchema = z.object({
  id: z.uuid(),
  kind: z.enum(mailKinds),
  medium: z.enum(["email", "letter"]),
  state: z.enum(states),
  attempts: z.number().int(),
  createdAt: z.iso.datetime({ offset: true }),
  sentAt: z.iso.datetime({ offset: true }).nullable(),
  error: z.string().nullable(),
  accountNumber: z.string().nullable(),
  reference: z.string().nullable(),
});
export type Mail = z.infer<typeof mailSchema>;

const outboxSchema = z.object({
  me: meSchema,
  counts: z.record(z.enum(states), z.number().int()),
  stuck: z.array(mailSchema),
  rows: z.array(mailSchema),
});

/** How many mails stand in each state (counted up to 10,000), those that wait for somebody's word, and the newest. */
export function readOutbox(db: Db) {
  return db.call("desk_outbox", {}, outboxSchema);
}

const decisionSchema = z.enum(["again", "drop"]);

/** What was decided on a mail; throws 400 where no form of ours said it. */
export function readMailDecision(form: FormData): z.infer<typeof decisionSchema> {
  const { data } = decisionSchema.safeParse(form.get("decision"));
  if (!data) throw new Response(null, { status: 400 });
  return data;
}

/** Sends a failed or uncertain mail again, or lets it be; for supervisors and admins. */
export async function decideOnMail(db: Db, mail: string, decision: z.infer<typeof decisionSchema>): Promise<void> {
  await db.call("decide_on_mail", { mail, send_again: decision === "again" }, z.null());
}

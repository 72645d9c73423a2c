import { z } from "zod";
import type { Db } from "~/db/client.server";

/** An invitation to act for a customer, as the invited person sees it. */
export const invitationSchema = z.object({
  id: z.uuid(),
  customer: z.string(),
  invitedBy: z.string(),
  role: z.enum(["owner", "member"]),
  expiresAt: z.iso.datetime({ offset: true }),
});
export type Invitation = z.infer<typeof invitationSchema>;

const answeredSchema = z.discriminatedUnion("state", [
  z.object({ state: z.enum(["accepted", "declined"]), customer: z.uuid() }),
  z.object({ state: z.literal("gone") }),
]);

/** Accepts or declines an invitation to the address that is signed in; one that was taken back or ran out is gone. */
export function answerInvitation(db: Db, invitation: string, accept: boolean): Promise<z.infer<typeof answeredSchema>> {
  return db.call("answer_invitation", { invitation, accept }, answeredSchema);
}

import { z } from "zod";
import { headSchema } from "~/customers/head.schema";
import type { Db } from "~/db/client.server";
import type { Role } from "./role";

const moment = z.iso.datetime({ offset: true });
const role = z.enum(["owner", "member"]);

const personSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  since: moment,
  frozen: z.boolean(),
  you: z.boolean(),
  /** Nobody else who can sign in is an owner: without this login nobody could act for the customer. */
  lastOwner: z.boolean(),
});
export type Person = z.infer<typeof personSchema>;

const invitationSchema = z.object({ id: z.uuid(), name: z.string(), email: z.string(), role, invitedAt: moment, expiresAt: moment });
export type Invitation = z.infer<typeof invitationSchema>;

const peopleSchema = headSchema.extend({ people: z.array(personSchema), invitations: z.array(invitationSchema) });

/** Who may sign in for a customer, and who is invited. */
export function readPeople(db: Db, customer: string) {
  return db.call("account_people", { customer }, peopleSchema);
}

/** One person, for those who may remove them. */
export function readPerson(db: Db, customer: string, login: string) {
  return db.call("account_person", { customer, login }, headSchema.extend({ person: personSchema }));
}

/** Whom an owner invites: the address that will sign in, the person's name, and what they may do. */
export type Invitee = { email: string; name: string; role: Role };

const invitedSchema = z.discriminatedUnion("state", [
  z.object({ state: z.enum(["invited", "here_already", "too_many_open"]) }),
  z.object({ state: z.literal("limited"), retryAt: moment }),
]);

/** Mails an invitation, unless there are too many; `requestId` makes a second press mail nothing more. */
export function invitePerson(db: Db, customer: string, invitee: Invitee, requestId: string) {
  return db.call("invite_person", { customer, ...invitee, request: requestId }, invitedSchema);
}

/** Takes an invitation back. */
export async function withdrawInvitation(db: Db, customer: string, invitation: string): Promise<void> {
  await db.call("withdraw_invitation", { customer, invitation }, z.null());
}

/** Ends a person's login at once; refused (409) for the last owner. */
export async function removeLogin(db: Db, customer: string, login: string): Promise<void> {
  await db.call("remove_login", { customer, login }, z.null());
}

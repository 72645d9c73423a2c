import { randomUUID } from "node:crypto";
import type { Person } from "./backend.ts";
import type { TestCustomer } from "./customers.ts";

/** Who may sign in for a customer and who is invited, as the page of people shows them. */
export interface PeopleShown {
  people: { id: string; name: string; email: string; role: string; you: boolean; frozen: boolean; lastOwner: boolean }[];
  invitations: { id: string; name: string; email: string; role: string }[];
}

export function peopleOf(who: Person, customer: TestCustomer): Promise<PeopleShown> {
  return who.call("account_people", { customer: customer.id });
}

/** Invites somebody; returns what the database answers. */
export function invite(owner: Person, customer: TestCustomer, email: string, more: { role?: string; name?: string; request?: string } = {}): Promise<{ state: string; retryAt?: string }> {
  return owner.call("invite_person", { customer: customer.id, email, name: "Birgit Sommer", role: "member", request: randomUUID(), ...more });
}

/** The invitations that wait for the answer of whoever is signed in. */
export async function invitationsFor(who: Person): Promise<{ id: string; customer: string; invitedBy: string; role: string }[]> {
  return (await who.call<{ invitations: { id: string; customer: string; invitedBy: string; role: string }[] }>("my_access")).invitations;
}

export function answer(who: Person, invitation: string, accept = true): Promise<{ state: string; customer?: string }> {
  return who.call("answer_invitation", { invitation, accept });
}

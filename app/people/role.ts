import { m } from "~/i18n/messages";

/** An owner may invite and remove people; both may see and change every detail. */
export type Role = "owner" | "member";

/** The role as a card's tab and a line of a list name it. */
export function roleName(role: Role): string {
  return role === "owner" ? m.people_owner() : m.people_member();
}

import { getLocale, type Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";

/** What somebody at the desk may do, from least to most. */
export const staffRoles = ["agent", "outreach", "supervisor", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** "Supervisor", in the reader's language or the one told. */
export function roleWord(role: StaffRole, locale: Locale = getLocale()): string {
  return words[role]({}, { locale });
}

const words: Record<StaffRole, (inputs: Record<string, never>, options: { locale: Locale }) => string> = {
  agent: m.desk_role_agent,
  outreach: m.desk_role_outreach,
  supervisor: m.desk_role_supervisor,
  admin: m.desk_role_admin,
};

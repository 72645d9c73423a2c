import { checkEmail } from "~/contact-details/email";
import { checkText } from "~/contact-details/text";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { isLocale, type Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { TypedMember } from "./member-form";
import type { StaffRole } from "./role";
import { staffRoleSchema } from "./role.schema";

const NAME_LENGTH = 100;
const DEPARTMENT_LENGTH = 60;

/** What an admin decides about a member of staff. */
export type Profile = { name: string; role: StaffRole; department: string };
/** The same of a new one. */
export type Invitee = Profile & { email: string; locale: Locale };

type Errors = Partial<Record<keyof TypedMember, string>>;
type Read<T> = { typed: TypedMember } & ({ read: T } | { errors: Errors });

/** What was typed about a member, and what it means; or sentences by field. */
export function readProfile(form: FormData): Read<Profile> {
  const typed = readTyped(form);
  const name = checkText(typed.name, { max: NAME_LENGTH, missing: "details_error_required_name" });
  const { data: role } = staffRoleSchema.safeParse(typed.role);
  if (name.error === undefined && role && typed.department) return { typed, read: { name: name.value, role, department: typed.department } };
  return {
    typed,
    errors: {
      ...(name.error && { name: typed.name.trim() === "" ? m.staff_error_name() : errorText(name.error) }),
      ...(!role && { role: m.staff_error_role() }),
      ...(!typed.department && { department: m.staff_error_department() }),
    },
  };
}

/** The same of somebody to be invited. */
export function readInvitee(form: FormData): Read<Invitee> {
  const profile = readProfile(form);
  const email = checkEmail(profile.typed.email);
  const { locale } = profile.typed;
  if ("read" in profile && email.error === undefined && isLocale(locale)) return { typed: profile.typed, read: { ...profile.read, email: email.value, locale } };
  return {
    typed: profile.typed,
    errors: {
      ...("errors" in profile && profile.errors),
      ...(email.error && { email: errorText(email.error) }),
      ...(!isLocale(locale) && { locale: m.staff_error_locale() }),
    },
  };
}

function readTyped(form: FormData): TypedMember {
  const text = (name: keyof TypedMember) => formText(form, name);
  return { name: text("name"), email: text("email"), role: text("role"), department: text("department"), locale: text("locale") };
}

/** What was typed as a department's name, and the name or a sentence about it. */
export function readDepartmentName(form: FormData, field: string): { typed: string } & ({ name: string } | { error: string }) {
  const typed = formText(form, field);
  const name = checkText(typed, { max: DEPARTMENT_LENGTH, missing: "details_error_required_name" });
  if (name.error === undefined) return { typed, name: name.value };
  return { typed, error: typed.trim() === "" ? m.staff_error_department_name() : errorText(name.error) };
}

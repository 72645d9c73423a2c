import { limits } from "~/contact-details/contact-detail";
import { checkEmail } from "~/contact-details/email";
import { checkText } from "~/contact-details/text";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import type { TypedInvitee } from "./invite-form";
import type { Invitee } from "./people.server";

/** What was typed, and the invitee it means; or sentences by field. */
export function readInvitee(form: FormData): { typed: TypedInvitee } & ({ invitee: Invitee } | { errors: Partial<Record<keyof TypedInvitee, string>> }) {
  const typed = { name: formText(form, "name"), email: formText(form, "email"), role: formText(form, "role") };
  const name = checkText(typed.name, { max: limits.personName, missing: "details_error_required_name" });
  const email = checkEmail(typed.email);
  const { role } = typed;
  if (name.error === undefined && email.error === undefined && (role === "owner" || role === "member")) {
    return { typed, invitee: { name: name.value, email: email.value, role } };
  }
  return {
    typed,
    errors: {
      ...(name.error && { name: typed.name.trim() === "" ? m.people_error_name() : errorText(name.error) }),
      ...(email.error && { email: errorText(email.error) }),
      ...(role !== "owner" && role !== "member" && { role: m.people_error_role() }),
    },
  };
}

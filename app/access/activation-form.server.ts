import { checkEmail } from "~/contact-details/email";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { readTypableCode } from "~/typable-code.server";
import { readTypedAccount } from "./account-number-field";
import type { TypedActivation } from "./activation-fields";

/** What was typed, and the activation it means; or sentences by field. A code that cannot be one costs no try. */
export function readActivation(form: FormData): { typed: TypedActivation } & ({ activation: TypedActivation } | { errors: Partial<Record<keyof TypedActivation, string>> }) {
  const { typed: typedAccount, account } = readTypedAccount(form);
  const typed = { account: typedAccount, code: formText(form, "code"), email: formText(form, "email") };
  const code = readTypableCode(typed.code);
  const { value: email, error } = checkEmail(typed.email);
  if (account && code && error === undefined) return { typed, activation: { account, code, email } };
  return {
    typed,
    errors: {
      ...(!account && { account: m.access_claim_shape() }),
      ...(!code && { code: m.access_activate_code_shape() }),
      ...(error && { email: errorText(error) }),
    },
  };
}

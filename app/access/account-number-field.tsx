import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { TextField } from "~/ui/field";

const NAME = "account";

/** Where a person types the account number off an invoice. */
export function AccountNumberField({ typed, error }: { typed?: string; error?: string }) {
  return (
    <TextField
      label={m.access_claim_label()}
      name={NAME}
      hint={m.access_claim_hint()}
      defaultValue={typed}
      error={error}
      inputMode="numeric"
      autoComplete="off"
      dir="ltr"
      maxLength={20}
      required
    />
  );
}

/** What was typed, and the account number in it without blanks and dashes; null where it cannot be one. */
export function readTypedAccount(form: FormData): { typed: string; account: string | null } {
  const typed = formText(form, NAME);
  const digits = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return { typed, account: /^\d{8}$/.test(digits) ? digits : null };
}

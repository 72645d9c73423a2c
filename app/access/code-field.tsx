import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { TextField } from "~/ui/field";

const NAME = "code";

/** Where a person types the eight digits from a mail; phones offer to fill it. */
export function CodeField({ typed, error }: { typed?: string; error?: string }) {
  return (
    <TextField
      label={m.access_code_label()}
      hint={m.access_code_hint()}
      name={NAME}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={20}
      defaultValue={typed}
      error={error}
      required
    />
  );
}

/** What was typed, and the code in it: eight digits, however they were grouped; null where there are not eight. */
export function readCode(form: FormData): { typed: string; code: string | null } {
  const typed = formText(form, NAME);
  const digits = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return { typed, code: /^\d{8}$/.test(digits) ? digits : null };
}

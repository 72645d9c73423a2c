import { m } from "~/i18n/messages";
import { TextField } from "~/ui/field";
import { AccountNumberField } from "./account-number-field";

/** What was typed into the form that takes the code from a letter. */
export type TypedActivation = { account: string; code: string; email: string };

/** Account number, the code from the letter, and the address that shall sign in. */
export function ActivationFields({ typed, errors }: { typed?: TypedActivation; errors?: Partial<Record<keyof TypedActivation, string>> }) {
  return (
    <>
      <AccountNumberField typed={typed?.account} error={errors?.account} />
      <TextField
        label={m.access_activate_code_label()}
        hint={m.access_activate_code_hint()}
        name="code"
        defaultValue={typed?.code}
        error={errors?.code}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        maxLength={40}
        required
      />
      <TextField
        label={m.access_activate_email_label()}
        hint={m.access_activate_email_hint()}
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        spellCheck={false}
        defaultValue={typed?.email}
        error={errors?.email}
        required
      />
    </>
  );
}

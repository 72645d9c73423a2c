import { m } from "~/i18n/messages";
import { TextAreaField, TextField } from "~/ui/field";
import { limits } from "./contact-detail";
import type { Address } from "./contact-detail.schema";

/** Who receives at a shipping address and how to deliver there. `name` is the form name of the address, as AddressFields has it. */
export function DeliveryFields({ name, typed, errors }: { name: string; typed: Address; errors: Record<string, string | undefined> }) {
  return (
    <>
      <TextField
        label={m.details_contact()}
        name={`${name}.contact`}
        autoComplete="shipping name"
        defaultValue={typed.contact}
        error={errors[`${name}.contact`]}
      />
      <TextAreaField
        label={m.details_hints()}
        hint={m.details_hints_hint()}
        name={`${name}.hints`}
        rows={3}
        maxLength={limits.hints}
        defaultValue={typed.hints}
        error={errors[`${name}.hints`]}
      />
    </>
  );
}

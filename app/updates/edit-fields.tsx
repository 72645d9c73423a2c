import { Fragment } from "react";
import { AddressFields } from "~/contact-details/address-fields";
import { DeliveryFields } from "~/contact-details/delivery-fields";
import { kindLabel } from "~/contact-details/labels";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { Checkbox } from "~/ui/choice";
import { type Option, TextField } from "~/ui/field";
import { type EditField, isRemovable } from "./edit-field";

type Errors = Record<string, string | undefined>;
/** What all fields of a form share; `countries` as AddressFields has it. */
export type FieldsContext = { by: Editor; errors: Errors; locale: Locale; countries?: Option[] };
type FieldsProps = FieldsContext & { field: EditField };

/** Who types: a customer about themselves, or staff about somebody else. */
export type Editor = "customer" | "staff";

/** The inputs of one detail, with what the save needs to compare them with. */
export function EditFieldset(inputs: FieldsProps) {
  const { field } = inputs;
  return (
    <fieldset className="mb-(--gap) border-t border-edge pt-4">
      <legend className="pr-3 font-label text-lg font-semibold">
        {kindLabel(field.kind)}
        {[field.label, field.site].map((place) => place && <Fragment key={place}> · <bdi>{place}</bdi></Fragment>)}
      </legend>
      {field.seen !== null && <input type="hidden" name={`${field.name}.seen`} value={JSON.stringify(field.seen)} />}
      {field.version !== null && <input type="hidden" name={`${field.name}.version`} value={field.version} />}
      <ValueInputs {...inputs} />
      {isRemovable(field) && (
        <Checkbox label={m.account_remove_detail({ detail: kindLabel(field.kind) })} name={`${field.name}.remove`} defaultChecked={field.remove} />
      )}
    </fieldset>
  );
}

/** The inputs of a detail's value alone. */
export function ValueInputs({ by, field, errors, locale, countries, required = field.detail !== null }: FieldsProps & { required?: boolean }) {
  const { kind, typed } = field;
  const name = `${field.name}.value`;
  if (typeof typed === "string") return <LineInput by={by} kind={kind} name={name} typed={typed} required={required} error={errors[name]} />;
  if ("country" in typed) {
    const purpose = kind === "shipping_address" ? "shipping" : "billing";
    return (
      <>
        <AddressFields name={name} typed={typed} errors={errors} purpose={by === "customer" ? purpose : null} locale={locale} countries={countries} />
        {kind === "shipping_address" && <DeliveryFields name={name} typed={typed} errors={errors} />}
      </>
    );
  }
  if ("company" in typed) {
    return (
      <TextField
        label={m.account_company_name()}
        hint={by === "customer" ? m.account_company_name_hint() : undefined}
        name={`${name}.company`}
        autoComplete={by === "customer" ? "organization" : "off"}
        defaultValue={typed.company}
        error={errors[`${name}.company`]}
        required
      />
    );
  }
  const parts = locale === "hu" ? (["family", "given"] as const) : (["given", "family"] as const);
  return parts.map((part, at) => (
    <TextField
      key={part}
      hint={at === 0 ? m.account_single_name_hint() : undefined}
      label={part === "given" ? m.account_given_name() : m.account_family_name()}
      name={`${name}.${part}`}
      autoComplete={by === "customer" ? `${part}-name` : "off"}
      defaultValue={typed[part]}
      error={errors[`${name}.${part}`]}
      required
    />
  ));
}

function LineInput({ by, kind, name, typed, required, error }: { by: Editor; kind: EditField["kind"]; name: string; typed: string; required: boolean; error?: string }) {
  const email = kind === "email";
  return (
    <TextField
      label={kindLabel(kind)}
      hint={email ? emailHints[by]() : undefined}
      name={name}
      type={email ? "email" : "tel"}
      inputMode={email ? "email" : "tel"}
      autoComplete={by === "staff" ? "off" : email ? "email" : "tel"}
      spellCheck={false}
      defaultValue={typed}
      error={error}
      required={required}
      dir={email ? "auto" : "ltr"}
    />
  );
}

const emailHints = { customer: m.account_email_hint, staff: m.desk_email_hint };

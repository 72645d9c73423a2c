import type { ReactNode } from "react";
import { AddressFields } from "~/contact-details/address-fields";
import { kindLabel } from "~/contact-details/labels";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { type Option, SelectField, TextField } from "~/ui/field";
import { type LineKind, lineKinds, modes } from "./keyed-change";
import type { TypedKeying } from "./typed-keying";

type Errors = Record<string, string | undefined>;
type KeyingFieldsProps = { typed: TypedKeying; errors: Errors; locale: Locale };
/** `countries` come from the loader, as AddressFields asks of a page that hydrates. */
export type KeyingContext = KeyingFieldsProps & { countries: Option[] };

/** What stands on the sheet: whose it is, and everything that may be written there. Only what is filled counts. */
export function KeyingFields({ typed, errors, locale, countries, autoFocus }: KeyingContext & { autoFocus?: boolean }) {
  return (
    <>
      <TextField
        label={m.paper_account()}
        name="account"
        inputMode="numeric"
        autoComplete="off"
        defaultValue={typed.account}
        error={errors.account}
        dir="ltr"
        required
        autoFocus={autoFocus}
      />
      <p className="mb-(--gap) text-ink-soft">{m.paper_only_what_is_written()}</p>
      <div className="grid max-w-5xl gap-x-8 md:grid-cols-2">
        <div>
          <NameFields typed={typed} errors={errors} locale={locale} />
          <Section title={m.paper_lines()}>
            {lineKinds.map((kind) => <LineFields key={kind} kind={kind} typed={typed[kind]} errors={errors} />)}
          </Section>
        </div>
        <Section title={kindLabel("billing_address")}>
          <AddressFields name="billing_address" typed={typed.billing_address} errors={errors} purpose={null} locale={locale} countries={countries} />
        </Section>
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="mb-(--gap) border-t border-edge pt-2">
      <legend className="pr-3 font-label text-lg font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

function NameFields({ typed: { name }, errors, locale }: KeyingFieldsProps) {
  const parts = locale === "hu" ? (["family", "given", "company"] as const) : (["given", "family", "company"] as const);
  return (
    <Section title={kindLabel("name")}>
      {parts.map((part) => (
        <TextField
          key={part}
          label={nameLabel[part]()}
          name={`name.${part}`}
          autoComplete="off"
          defaultValue={name[part]}
          error={errors[`name.${part}`]}
        />
      ))}
    </Section>
  );
}

const nameLabel = { given: m.paper_given_name, family: m.paper_family_name, company: m.paper_company_name };

function LineFields({ kind, typed, errors }: { kind: LineKind; typed: TypedKeying[LineKind]; errors: Errors }) {
  const type = kind === "email" ? "email" : "tel";
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <TextField
        label={kindLabel(kind)}
        name={`${kind}.value`}
        type={type}
        inputMode={type}
        autoComplete="off"
        spellCheck={false}
        defaultValue={typed.value}
        error={errors[`${kind}.value`]}
        dir={kind === "email" ? "auto" : "ltr"}
      />
      <SelectField
        label={m.paper_mode({ kind: kindLabel(kind) })}
        name={`${kind}.mode`}
        options={modes.map((value) => ({ value, label: modeLabel[value]() }))}
        defaultValue={typed.mode}
        required
      />
    </div>
  );
}

const modeLabel = { replace: m.paper_mode_replace, add: m.paper_mode_add };

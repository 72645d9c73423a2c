import { useEffect, useRef, useState } from "react";
import { AddressFields } from "~/contact-details/address-fields";
import { limits } from "~/contact-details/contact-detail";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { ErrorSummary, errorsByName } from "~/ui/error-summary";
import { type Option, SelectField, TextField } from "~/ui/field";
import { FirstSubmit } from "~/ui/first-submit";
import { PostForm } from "~/ui/form";
import type { TypedCustomer } from "./new-customer.schema";

type FormProps = { typed: TypedCustomer; errors: Record<string, string>; locale: Locale; countries: Option[]; languages: Option[] };

/** What one asks a caller whom nobody has on record: who they are and where they are reached. */
export function NewCustomerForm({ typed, errors, locale, countries, languages }: FormProps) {
  const [kind, setKind] = useState(typed.kind);
  const choices = useRef<HTMLDivElement>(null);
  // Only the inputs of the kind that is chosen are there to be filled; it may have been chosen before the page's scripts ran.
  const follow = () => {
    const chosen = choices.current?.querySelector<HTMLInputElement>("input[name=kind]:checked");
    setKind(chosen?.value === "company" ? "company" : "person");
  };
  useEffect(follow, []);
  return (
    <>
      <ErrorSummary errors={errorsByName(errors)} />
      <PostForm action={paths.newCustomer()} reloadDocument>
        <FirstSubmit />
        <div ref={choices} className="columns-[24rem] gap-x-8 *:break-inside-avoid" onChange={follow}>
          <div>
            <RadioGroup label={m.finding_new_channel()} name="channel" required defaultValue={typed.channel} choices={[
              { value: "phone", label: m.finding_new_on_the_phone() },
              { value: "in_person", label: m.finding_new_in_person() },
            ]} />
            <RadioGroup label={m.desk_fact_kind()} name="kind" required defaultValue={typed.kind} choices={[
              { value: "person", label: m.desk_kind_person() },
              { value: "company", label: m.desk_kind_company() },
            ]} />
            <NameFields kind={kind} typed={typed.name} errors={errors} locale={locale} />
          </div>
          <fieldset>
            <legend className="mb-2 font-label text-lg font-semibold">{m.details_kind_billing_address()}</legend>
            <AddressFields name="address" typed={typed.address} errors={errors} purpose={null} locale={locale} countries={countries} />
          </fieldset>
          <div>
            <TextField label={m.details_kind_phone()} name="phone" type="tel" inputMode="tel" dir="ltr" autoComplete="off" maxLength={limits.phone} defaultValue={typed.phone} error={errors.phone} />
            <TextField label={m.details_kind_email()} name="email" type="email" inputMode="email" autoComplete="off" spellCheck={false} hint={m.desk_email_hint()} defaultValue={typed.email} error={errors.email} />
            <SelectField label={m.desk_fact_language()} name="locale" required options={languages} defaultValue={typed.locale} />
          </div>
        </div>
        <ButtonRow>
          <Button>{m.account_check_answers()}</Button>
          <ButtonLink variant="quiet" to={paths.desk()}>{m.account_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </>
  );
}

function NameFields({ kind, typed, errors, locale }: { kind: TypedCustomer["kind"]; typed: TypedCustomer["name"] } & Pick<FormProps, "errors" | "locale">) {
  if (kind === "company") return <TextField label={m.account_company_name()} name="name.company" autoComplete="off" defaultValue={typed.company} error={errors["name.company"]} required />;
  const parts = locale === "hu" ? (["family", "given"] as const) : (["given", "family"] as const);
  return parts.map((part, at) => (
    <TextField
      key={part}
      label={part === "given" ? m.account_given_name() : m.account_family_name()}
      hint={at === 0 ? m.account_single_name_hint() : undefined}
      name={`name.${part}`}
      autoComplete="off"
      defaultValue={typed[part]}
      error={errors[`name.${part}`]}
      required
    />
  ));
}

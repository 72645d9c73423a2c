import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import type { Locale } from "~/i18n/locale";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { RadioGroup } from "~/ui/choice";
import { ErrorSummary } from "~/ui/error-summary";
import { DateField, type Option, SelectField, TextField } from "~/ui/field";
import { FirstSubmit } from "~/ui/first-submit";
import { PostForm } from "~/ui/form";
import type { DetailForm, SiteChoice } from "./detail-form";
import { type Editor, ValueInputs } from "./edit-fields";

/**
 * The form of one detail. `days` are the first and last on which a change may begin to count; `by` and `countries` are as
 * EditForm has them.
 */
export function DetailEditor({ by = "customer", form, action, back, locale, days, countries, dayRequired = false, children, below }: {
  by?: Editor;
  form: DetailForm;
  action: string;
  back: string;
  locale: Locale;
  days: { first: string; last: string };
  countries?: Option[];
  dayRequired?: boolean;
  /** Questions of the page itself, above the detail. */
  children?: ReactNode;
  /** The same, below it. */
  below?: ReactNode;
}) {
  const { field, label, labelSeen, labelRequired, site, from, errors } = form;
  const listed = Object.entries(errors).flatMap(([name, message]) => (message ? [{ name, message }] : []));
  return (
    <>
      <ErrorSummary errors={listed} />
      <PostForm action={action} reloadDocument className="max-w-xl">
        <FirstSubmit />
        {children}
        {field.seen !== null && <input type="hidden" name="detail.seen" value={JSON.stringify(field.seen)} />}
        {field.version !== null && <input type="hidden" name="detail.version" value={field.version} />}
        {label !== null && <LabelField kind={field.kind} typed={label} seen={labelSeen} required={labelRequired} error={errors.label} />}
        <ValueInputs by={by} field={field} errors={errors} locale={locale} countries={countries} required />
        {site && <SiteField choice={site} errors={errors} />}
        {from !== null && (
          <DateField
            label={m.account_from()}
            hint={dayRequired ? undefined : m.account_from_hint()}
            name="from"
            min={days.first}
            max={days.last}
            autoComplete="off"
            defaultValue={from}
            error={errors.from}
            required={dayRequired}
          />
        )}
        {below}
        <ButtonRow>
          <Button>{m.account_check_answers()}</Button>
          <ButtonLink variant="quiet" to={back}>{m.account_cancel()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </>
  );
}

function LabelField({ kind, typed, seen, required, error }: { kind: string; typed: string; seen: string | null; required: boolean; error?: string }) {
  return (
    <>
      <input type="hidden" name="label_seen" value={seen ?? ""} />
      <TextField
        label={m.account_label()}
        hint={kind === "shipping_address" ? m.account_label_hint_site() : m.account_label_hint()}
        name="label"
        autoComplete="off"
        defaultValue={typed}
        error={error}
        required={required}
      />
    </>
  );
}

function SiteField({ choice: { seen, chosen, options, typed }, errors }: { choice: SiteChoice; errors: DetailForm["errors"] }) {
  return (
    <>
      <input type="hidden" name="site_seen" value={JSON.stringify(seen)} />
      {typed === null ? (
        <SelectField label={m.account_site()} name="site" options={[{ value: "", label: m.account_no_site() }, ...options]} defaultValue={chosen} error={errors.site} />
      ) : (
        <TextField label={m.account_site()} hint={m.account_site_typed_hint()} name="site_typed" autoComplete="off" defaultValue={typed} error={errors.site_typed} />
      )}
      {errors.site && typed !== null && (
        <RadioGroup label={m.account_site_which()} name="site" choices={options} error={errors.site} required />
      )}
    </>
  );
}

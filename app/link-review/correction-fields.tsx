import { AddressFields } from "~/contact-details/address-fields";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { TextField } from "~/ui/field";
import { CONFIRMED, newValueName, type TypedCorrection } from "./correction-field";
import type { AskedView } from "./review-view";

type FieldsProps = { asked: AskedView; typed: TypedCorrection; errors: Record<string, string | undefined>; locale: Locale };

/** One detail: a tick that it is still right, and what to type where it is not. Its old value stays masked. */
export function CorrectionFields(props: FieldsProps) {
  const { asked: { id, heading, masked, onHold, correctable }, typed } = props;
  return (
    <fieldset className="mb-(--gap) border-t border-edge pt-4">
      <legend className="pr-3 font-label text-lg font-semibold"><bdi>{heading}</bdi></legend>
      <p className="mb-2"><span className="text-ink-soft">{m.access_review_on_file()}</span> <bdi className="font-semibold">{masked}</bdi></p>
      {onHold ? <p className="mb-2">{m.access_review_on_hold()}</p> : (
        <label className="choice">
          <input type="checkbox" name={CONFIRMED} value={id} defaultChecked={typed.confirmed} />
          <span>{m.access_review_still_right()}</span>
        </label>
      )}
      {correctable ? <NewValue {...props} /> : <p className="mt-2 text-ink-soft">{m.access_review_sign_in_for_this()}</p>}
    </fieldset>
  );
}

// Folded until it is needed, so that a form with many addresses is not a wall of inputs.
function NewValue({ asked, typed, errors, locale }: FieldsProps) {
  const name = newValueName(asked.id);
  const given = typeof typed.value === "string" ? typed.value !== "" : typed.value.lines.length > 0 || typed.value.city !== "";
  const refused = Object.keys(errors).some((field) => field.startsWith(name));
  return (
    <details open={given || refused || asked.onHold} className="mt-1">
      <summary className="py-3 font-label font-semibold">{typeof typed.value === "string" ? m.access_review_new_number() : m.access_review_new_address()}</summary>
      {typeof typed.value === "string" ? (
        <TextField
          label={m.access_review_number_label()}
          name={name}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          dir="ltr"
          defaultValue={typed.value}
          error={errors[name]}
        />
      ) : (
        <AddressFields name={name} typed={typed.value} errors={errors} purpose={asked.kind === "billing_address" ? "billing" : "shipping"} locale={locale} />
      )}
    </details>
  );
}

import { m } from "~/i18n/messages";
import type { Locale } from "~/i18n/locale";
import { Button } from "~/ui/button";
import { type Option, SelectField, TextField } from "~/ui/field";
import { FirstSubmit } from "~/ui/first-submit";
import { type AddressPart, addressParts } from "./address-format";
import { areaLabel, postcodeLabel } from "./address-labels";
import { limits } from "./contact-detail";
import type { Address } from "./contact-detail.schema";
import { countryOptions } from "./country";

type AddressFieldsProps = {
  /** The form name of the address; its inputs are `${name}.country`, `${name}.lines[0]`, `${name}.postcode` … */
  name: string;
  /** What is stored or was typed; its country decides which fields there are. */
  typed: Address;
  /** Sentences by form name. */
  errors: Record<string, string | undefined>;
  /** The section of the browser's address book that `autocomplete` refers to; null where somebody else's address is typed. */
  purpose: "billing" | "shipping" | null;
  locale: Locale;
  /** What to choose the country from. A page that hydrates has it from its loader: browsers name and sort countries otherwise. */
  countries?: Option[];
};

/** The name of the button that asks for the fields of another country; nothing is saved when a form carries it. */
export const countryChangedName = "country-changed";

/**
 * The fields of an address in the order of its country. Without scripts the fields follow a new
 * country when the button beside it is pressed: the page renders again with what was typed.
 */
export function AddressFields(props: AddressFieldsProps) {
  const { name, typed } = props;
  const parts = addressParts(typed.country);
  const unused = (["postcode", "city", "area"] as const).filter((part) => !parts.some((one) => one.part === part));
  return (
    <>
      <CountryField {...props} />
      {parts.map(({ part, required }) =>
        part === "lines" ? <LineFields key={part} {...props} /> : <PartField key={part} part={part} required={required} {...props} />,
      )}
      {unused.map((part) => (
        <input key={part} type="hidden" name={`${name}.${part}`} value={typed[part]} />
      ))}
    </>
  );
}

function CountryField({ name, typed, errors, purpose, locale, countries = countryOptions(locale) }: AddressFieldsProps) {
  const field = `${name}.country`;
  return (
    <>
      <SelectField
        label={m.details_country()}
        name={field}
        defaultValue={typed.country}
        options={countries}
        autoComplete={fill(purpose, "country")}
        error={errors[field]}
        required
      />
      <FirstSubmit />
      <p className="mb-(--gap)">
        <Button variant="secondary" name={countryChangedName} value="yes" formNoValidate>
          {m.details_change_country()}
        </Button>
      </p>
    </>
  );
}

// One line more than is filled, so that there is always room to go on.
function LineFields({ name, typed, errors, purpose }: AddressFieldsProps) {
  const count = Math.min(limits.addressLines, Math.max(2, typed.lines.length + 1));
  return Array.from({ length: count }, (_, at) => {
    const field = `${name}.lines[${at}]`;
    return (
      <TextField
        key={field}
        label={lineLabels[at]?.() ?? ""}
        name={field}
        defaultValue={typed.lines[at]}
        autoComplete={fill(purpose, `address-line${at + 1}`)}
        error={errors[field]}
        required={at === 0}
      />
    );
  });
}

const lineLabels = [m.details_address_line1, m.details_address_line2, m.details_address_line3];

function PartField(props: AddressFieldsProps & { part: Exclude<AddressPart, "lines">; required: boolean }) {
  const { part, required, name, typed, errors, purpose } = props;
  const field = `${name}.${part}`;
  return (
    <TextField
      label={partLabel(part, typed.country)}
      name={field}
      defaultValue={typed[part]}
      autoComplete={fill(purpose, autoComplete[part])}
      error={errors[field]}
      required={required}
    />
  );
}

function fill(purpose: AddressFieldsProps["purpose"], part: string): string {
  return purpose === null ? "off" : `${purpose} ${part}`;
}

const autoComplete = { postcode: "postal-code", city: "address-level2", area: "address-level1" };

function partLabel(part: Exclude<AddressPart, "lines">, country: string): string {
  if (part === "postcode") return postcodeLabel(country);
  return part === "area" ? areaLabel(country) : m.details_city();
}

import { limits } from "~/contact-details/contact-detail";
import type { DetailKind, DetailValue } from "~/contact-details/contact-detail.schema";
import { familyNameFirst } from "~/contact-details/format-detail";
import { valueSchema } from "~/contact-details/value.schema";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { parseJson } from "~/parse-json";
import { company } from "../../kartei.config";
import { newCustomerFields } from "./new-customer-fields";
import { type TypedCustomer, typedCustomerSchema } from "./new-customer.schema";

/** A detail to enter. */
export type NewDetail = { kind: DetailKind; value: DetailValue };

/** What came of a posted form: what was typed, with sentences by input name, or also the details that it holds. */
export type ReadCustomer = { typed: TypedCustomer; errors: Record<string, string>; details: NewDetail[] | null };

/** A form with what was typed into the search that found nobody, in the field where it belongs. */
export function prefilled(query: string): TypedCustomer {
  const said = query.trim();
  if (said.includes("@")) return { ...empty(), email: said };
  if (/^[+(]?\d[-\d\s()/.+]{4,24}$/.test(said)) return { ...empty(), phone: said };
  if (!/\p{L}/u.test(said)) return empty();
  if (companyForm.test(said)) return { ...empty(), kind: "company", name: { ...noName, company: said } };
  return { ...empty(), name: { ...noName, ...personName(said) } };
}

// What companies put behind their name, in the three countries of the languages and their neighbours.
const companyForm = /(?:^|\s)(?:gmbh|ag|kg|ohg|ug|se|e\. ?k\.?|e\. ?v\.?|gbr|ltd\.?|plc|llp|inc\.?|kft\.?|bt\.?|zrt\.?|nyrt\.?|& co)(?:\s|$)/i;
const noName = { given: "", family: "", company: "" };

function empty(): TypedCustomer {
  const address = { country: company.defaultCountry, lines: [], postcode: "", city: "", area: "" };
  return { kind: "person", channel: "phone", locale: getLocale(), name: noName, address, phone: "", email: "" };
}

// The family name stands last, or first where the agent reads Hungarian.
function personName(said: string) {
  const words = said.split(/\s+/);
  if (words.length === 1) return { given: "", family: said };
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return familyNameFirst(getLocale())
    ? { family: first, given: words.slice(1).join(" ") }
    : { given: words.slice(0, -1).join(" "), family: last };
}

/** What the form holds. */
export function readNewCustomer(form: FormData): ReadCustomer {
  return checked(typedInto(form));
}

/** What the check page carries along; throws 400 where it carries nothing of the kind. */
export function readEntry(form: FormData): ReadCustomer {
  const { data } = typedCustomerSchema.safeParse(parseJson(formText(form, newCustomerFields.entry)));
  if (!data) throw new Response(null, { status: 400 });
  return checked(data);
}

function typedInto(form: FormData): TypedCustomer {
  const text = (name: string) => formText(form, name);
  const { kind, channel, locale } = typedCustomerSchema.pick({ kind: true, channel: true, locale: true })
    .catch({ kind: "person", channel: "phone", locale: getLocale() })
    .parse({ kind: form.get("kind"), channel: form.get("channel"), locale: form.get("locale") });
  const lines = Array.from({ length: limits.addressLines }, (_, at) => text(`address.lines[${at}]`));
  return {
    kind, channel, locale,
    name: { given: text("name.given"), family: text("name.family"), company: text("name.company") },
    address: {
      country: text("address.country"),
      lines: lines.slice(0, lines.findLastIndex((line) => line !== "") + 1),
      postcode: text("address.postcode"), city: text("address.city"), area: text("address.area"),
    },
    phone: text("phone"),
    email: text("email"),
  };
}

// A phone without a country code is read as one of the country of the billing address.
function checked(typed: TypedCustomer): ReadCustomer {
  const { kind, name: { company: companyName, ...person }, address, phone, email } = typed;
  const owner = { customerKind: kind, country: address.country };
  const asked: { kind: DetailKind; name: string; value: unknown }[] = [
    { kind: "name", name: "name", value: kind === "company" ? { company: companyName } : person },
    { kind: "billing_address", name: "address", value: address },
    ...(phone.trim() ? [{ kind: "phone" as const, name: "phone", value: phone }] : []),
    ...(email.trim() ? [{ kind: "email" as const, name: "email", value: email }] : []),
  ];
  const errors: Record<string, string> = {};
  const details = asked.flatMap(({ kind, name, value }): NewDetail[] => {
    const { data, error } = valueSchema(kind, owner).safeParse(value);
    for (const { path, message } of error?.issues ?? []) errors[inputName(name, path)] ??= errorText(message);
    return data === undefined ? [] : [{ kind, value: data }];
  });
  return { typed, errors, details: details.length === asked.length ? details : null };
}

function inputName(name: string, path: PropertyKey[]): string {
  return path.reduce<string>((inner, part) => (typeof part === "number" ? `${inner}[${part}]` : `${inner}.${String(part)}`), name);
}

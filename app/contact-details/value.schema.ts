import { z } from "zod";
import { checkAddress } from "./address";
import { type CustomerKind, type DetailKind, limits } from "./contact-detail";
import type { Address, CompanyName, DetailValue, PersonName } from "./contact-detail.schema";
import { checkEmail } from "./email";
import { checkPhone } from "./phone";
import { type Checked, checkText } from "./text";

/**
 * The schema that turns a parsed form object into the value to store. Its messages are keys of the
 * message catalogues. For the server: it brings the phone metadata along.
 * `country` (ISO 3166-1 alpha-2) is the customer's, by which phone numbers without a country code are read.
 */
export function valueSchema(
  kind: DetailKind,
  { customerKind, country }: { customerKind: CustomerKind; country: string },
): z.ZodType<DetailValue> {
  switch (kind) {
    case "name":
      return customerKind === "company" ? companyName : personName;
    case "billing_address":
      return address;
    case "shipping_address":
      return shippingAddress;
    case "phone":
    case "fax":
      return typed((text) => checkPhone(text, country, `details_error_required_${kind}`));
    case "email":
      return typed(checkEmail);
  }
}

// Form parsers leave out empty inputs; to the checks they are "".
const unreadable = { error: "details_error_unreadable" };
const raw = z.string(unreadable).nullish().transform((text) => text ?? "");

function typed(check: (text: string) => Checked<string>) {
  return raw.transform((text, context) => {
    const { value, error } = check(text);
    if (error === undefined) return value;
    context.addIssue({ code: "custom", message: error });
    return z.NEVER;
  });
}

const companyName: z.ZodType<CompanyName> = z.object({
  company: typed((text) => checkText(text, { max: limits.companyName, missing: "details_error_required_company" })),
}, unreadable);

const halfOfName = typed((text) => checkText(text, { max: limits.personName }));
const personName: z.ZodType<PersonName> = z.object({ given: halfOfName, family: halfOfName }, unreadable).refine(
  ({ given, family }) => given !== "" || family !== "",
  { path: ["given"], error: "details_error_required_name" },
);

const addressParts = { country: raw, lines: z.array(raw, unreadable).default([]), postcode: raw, city: raw, area: raw };

function checked(text: Address, context: z.RefinementCtx): Address {
  const { address, problems } = checkAddress(text);
  for (const { path, error } of problems) context.addIssue({ code: "custom", path, message: error });
  return address;
}

const address: z.ZodType<Address> = z.object(addressParts, unreadable).transform(checked);

// Where lines break in the hints says nothing; they are read on one line.
const hints = typed((text) => checkText(text.replace(/\s*[\r\n]+\s*/g, " "), { max: limits.hints }));
const contact = typed((text) => checkText(text, { max: limits.contact }));
const shippingAddress: z.ZodType<Address> = z.object({ ...addressParts, contact, hints }, unreadable).transform(({ contact, hints, ...text }, context) => ({
  ...checked(text, context),
  ...(contact && { contact }),
  ...(hints && { hints }),
}));

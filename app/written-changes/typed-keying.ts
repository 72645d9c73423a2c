import type { Address } from "~/contact-details/contact-detail.schema";
import type { LineKind, Mode } from "./keyed-change";

/** What the form over a sheet's contents shows: text as it was typed. */
export type TypedKeying = {
  account: string;
  name: { given: string; family: string; company: string };
  billing_address: Address;
} & Record<LineKind, { value: string; mode: Mode }>;

/** The form before anything was typed; `country` stands in the address. */
export function emptyKeying(country: string): TypedKeying {
  const line = { value: "", mode: "replace" } as const;
  return {
    account: "",
    name: { given: "", family: "", company: "" },
    billing_address: { country, lines: [], postcode: "", city: "", area: "" },
    phone: line,
    fax: line,
    email: line,
  };
}

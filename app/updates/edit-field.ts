import type { Address, CompanyName, DetailKind, DetailValue, PersonName } from "~/contact-details/contact-detail.schema";

/** A detail on the form: what its inputs show and what they are compared with. Holds nothing that only a server knows. */
export type EditField = {
  /** The beginning of its inputs' names: "details.<id>" or "add.phone". */
  name: string;
  /** Null for one that does not exist yet. */
  detail: string | null;
  kind: DetailKind;
  label: string | null;
  /** The label of the site that it belongs to. */
  site: string | null;
  /** What the inputs show: the stored value as its reader writes it, or what was typed. */
  typed: string | PersonName | CompanyName | Address;
  /** The stored value and version when the form was made: what equals it was not touched. */
  seen: DetailValue | null;
  version: number | null;
  remove: boolean;
};

/** The kinds of which a form offers one more. */
export const addableKinds = ["phone", "fax", "email"] as const;

/** Whether a detail may be taken off; a name and a billing address must always be there. */
export function isRemovable({ detail, kind }: EditField): boolean {
  return detail !== null && kind !== "name" && kind !== "billing_address";
}

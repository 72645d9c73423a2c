import type { DetailValue } from "~/contact-details/contact-detail.schema";

type Cells = (string | null)[];

/** company, given, family; empty for a value that is no name. */
export function nameCells(value: DetailValue | undefined): Cells {
  if (typeof value !== "object" || "country" in value) return [null, null, null];
  return "company" in value ? [value.company, null, null] : [null, value.given, value.family];
}

/** street, street2, street3, postcode, city, area, country; empty for a value that is no address. */
export function addressCells(value: DetailValue | undefined): Cells {
  if (typeof value !== "object" || !("country" in value)) return [null, null, null, null, null, null, null];
  const { lines: [street = null, street2 = null, street3 = null], postcode, city, area, country } = value;
  return [street, street2, street3, postcode, city, area, country];
}

/** A phone, fax or email; empty for a value that has parts. */
export function lineCell(value: DetailValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

/** Who receives at a site and how to deliver there; empty for any other value. */
export function deliveryCells(value: DetailValue | undefined): Cells {
  return typeof value === "object" && "country" in value ? [value.contact ?? null, value.hints ?? null] : [null, null];
}

import type { Address } from "~/contact-details/contact-detail.schema";

/** The form name of the ticks that say "still right"; each sends its detail's id. */
export const CONFIRMED = "confirmed";

/** The form name of a detail's new value; an address has its parts below it. */
export function newValueName(detail: string): string {
  return `new.${detail}.value`;
}

/** What was ticked and typed about one detail. */
export type TypedCorrection = { confirmed: boolean; value: string | Address };

import { isDeepStrictEqual } from "node:util";
import type { Address, DetailValue } from "~/contact-details/contact-detail.schema";
import type { Detail } from "~/contact-details/detail.schema";
import { detailHeading } from "~/contact-details/labels";
import type { SameAddress } from "~/customers/detail-page.schema";
import { formText } from "~/form-text";
import { readChanges } from "./edit-form.server";
import { type Alike, alikeName, alsoName, alsoThis } from "./same-address";
import type { Change } from "./update.schema";

/**
 * The changes that a new address would bring to the others that say the same as it did; each keeps who receives there and
 * how to deliver. Null where there is nothing to ask.
 */
export function alikeOf(change: Change | undefined, others: SameAddress[]): Alike | null {
  const address = change?.op === "change" ? addressOf(change.value) : null;
  const seen = addressOf(change?.seen);
  if (!address || !seen || others.length === 0 || isDeepStrictEqual(placeOf(address), placeOf(seen))) return null;
  return {
    headings: others.map(({ kind, label }) => detailHeading(kind, label)),
    changes: others.map(({ id, kind, label, version, value }): Change => ({
      op: "change", detail: id, kind, label, version, seen: value, from: change?.from,
      value: { ...placeOf(address), ...deliveryOf(addressOf(value)) },
    })),
  };
}

/** The question again, with what was answered; null where it was not asked. */
export function alikeAgain(form: FormData): Alike | null {
  if (!form.has(alikeName)) return null;
  const changes = readChanges(form, alikeName);
  return {
    changes,
    headings: changes.map(({ kind, label }) => detailHeading(kind, label ?? null)),
    also: formText(form, alsoName),
    ticked: changes.flatMap(({ detail }) => (detail && form.has(alsoThis(detail)) ? [detail] : [])),
  };
}

/** The details of a record that say the same as an address of which a form changes the place. */
export function sameAs(change: Change | undefined, details: Detail[]): SameAddress[] {
  const seen = addressOf(change?.seen);
  if (!seen) return [];
  return details.flatMap(({ id, kind, label, version, value }) => {
    const address = addressOf(value);
    return id !== change?.detail && address && isDeepStrictEqual(placeOf(address), placeOf(seen)) ? [{ id, kind, label, version, value: address }] : [];
  });
}

/** Those of them that somebody wants changed too: none unless they said so. */
export function chosenAlike(form: FormData): Change[] {
  const also = formText(form, alsoName);
  if (also !== "all" && also !== "some") return [];
  const alike = readChanges(form, alikeName);
  return also === "all" ? alike : alike.filter(({ detail }) => detail && form.has(alsoThis(detail)));
}

function addressOf(value: DetailValue | undefined): Address | null {
  return typeof value === "object" && "country" in value ? value : null;
}

function placeOf({ country, lines, postcode, city, area }: Address): Address {
  return { country, lines, postcode, city, area };
}

function deliveryOf(address: Address | null): Pick<Address, "contact" | "hints"> {
  return { ...(address?.contact && { contact: address.contact }), ...(address?.hints && { hints: address.hints }) };
}

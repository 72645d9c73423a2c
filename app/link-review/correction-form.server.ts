import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { countryChangedName } from "~/contact-details/address-fields";
import type { Address } from "~/contact-details/contact-detail.schema";
import { valueSchema } from "~/contact-details/value.schema";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { CONFIRMED, newValueName, type TypedCorrection } from "./correction-field";
import type { Answers, Asked, ReviewLink } from "./review.schema";

/** The form again, with what was typed and sentences by input name; or the answers that it gives. */
export type CorrectionResult = { typed: Record<string, TypedCorrection>; errors: Record<string, string | undefined> } | { answers: Answers };

/** The form as it begins: nothing ticked, nothing typed. */
export function emptyCorrections({ details, customer }: ReviewLink): Record<string, TypedCorrection> {
  return Object.fromEntries(details.map(({ id, kind }) => [id, {
    confirmed: false,
    value: kind === "billing_address" || kind === "shipping_address" ? emptyAddress(customer.country) : "",
  }]));
}

/** The form over answers that came back from the check page. */
export function typedAnswers({ confirmed, corrected }: Answers, review: ReviewLink): Record<string, TypedCorrection> {
  const typed = emptyCorrections(review);
  for (const { detail } of confirmed) if (typed[detail]) typed[detail].confirmed = true;
  for (const { detail, value } of corrected) {
    if (typed[detail] && (typeof value === "string" || "country" in value)) typed[detail].value = value;
  }
  return typed;
}

/** Reads a posted form. Each detail is ticked as right, given a new value, or left alone; something must be answered. */
export function readCorrections(form: FormData, review: ReviewLink): CorrectionResult {
  const typed = readTyped(form, review);
  if (form.has(countryChangedName)) return { typed, errors: {} };
  const given = review.details.filter(({ id }) => hasValue(typed[id]));
  const posted = parseWithZod(form, { schema: schemaOf(given, review), disableAutoCoercion: true });
  const errors = { ...sentences(posted.status === "success" ? {} : posted.error), ...clashes(given, typed) };
  const confirmed = review.details.filter(({ id, onHold }) => typed[id]?.confirmed && !onHold);
  if (Object.keys(errors).length === 0 && given.length + confirmed.length === 0) return { typed, errors: { "": m.access_review_nothing() } };
  if (posted.status !== "success" || Object.keys(errors).length > 0) return { typed, errors };
  const values = posted.value.new;
  return {
    answers: {
      confirmed: confirmed.map(seen),
      corrected: given.flatMap((asked) => {
        const value = values?.[asked.id]?.value;
        return value === undefined ? [] : [{ ...seen(asked), value }];
      }),
    },
  };
}

function seen({ id, version }: Asked) {
  return { detail: id, version };
}

function readTyped(form: FormData, review: ReviewLink): Record<string, TypedCorrection> {
  const ticked = new Set(form.getAll(CONFIRMED).map(String));
  const payload = parseWithZod(form, { schema: z.object({}) }).payload as { new?: Record<string, { value?: unknown } | undefined> };
  return Object.fromEntries(Object.entries(emptyCorrections(review)).map(([id, { value: empty }]) => {
    const value = payload.new?.[id]?.value;
    return [id, { confirmed: ticked.has(id), value: typeof empty === "string" ? text(value) : typedAddress(value, empty) }];
  }));
}

function typedAddress(value: unknown, { country }: Address): Address {
  const given = (value ?? {}) as Record<string, unknown>;
  const lines = Array.isArray(given.lines) ? given.lines.map(text) : [];
  return {
    country: text(given.country) || country,
    lines: lines.slice(0, lines.findLastIndex((line) => line !== "") + 1),
    postcode: text(given.postcode),
    city: text(given.city),
    area: text(given.area),
  };
}

function hasValue(typed: TypedCorrection | undefined): boolean {
  if (!typed) return false;
  if (typeof typed.value === "string") return typed.value.trim() !== "";
  const { lines, postcode, city, area } = typed.value;
  return [...lines, postcode, city, area].some((part) => part.trim() !== "");
}

function schemaOf(given: Asked[], { customer }: ReviewLink) {
  return z.object({
    new: z.object(Object.fromEntries(given.map(({ id, kind }) =>
      [id, z.object({ value: valueSchema(kind, { customerKind: customer.kind, country: customer.country }) })]))).optional(),
  });
}

function clashes(given: Asked[], typed: Record<string, TypedCorrection>): Record<string, string> {
  return Object.fromEntries(given.filter(({ id }) => typed[id]?.confirmed).map(({ id, kind }) =>
    [kind === "phone" || kind === "fax" ? newValueName(id) : `${newValueName(id)}.lines[0]`, m.access_review_either_or()]));
}

function sentences(errors: Record<string, string[] | null> | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(errors ?? {}).flatMap(([name, keys]) => (keys?.[0] ? [[name, errorText(keys[0])]] : [])));
}

function emptyAddress(country: string): Address {
  return { country, lines: [], postcode: "", city: "", area: "" };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

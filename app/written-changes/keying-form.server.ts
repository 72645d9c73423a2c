import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { company } from "../../kartei.config";
import type { CustomerKind } from "~/contact-details/contact-detail";
import { valueSchema } from "~/contact-details/value.schema";
import { formText } from "~/form-text";
import { type KeyedKind, keyedKinds, type LineKind, lineKinds, type Mode, modes } from "./keyed-change";
import type { TypedKeying } from "./typed-keying";
import type { KeyedChange, KeyingCustomer } from "./written-change.schema";

/** A keying ready to be sent, or the keys of the sentences to show by input name; "" is for the form as a whole. */
export type KeyingResult = { account: string; changes: KeyedChange[] } | { errors: Record<string, string> };

/** What was typed, to be shown again. */
export function typedKeying(form: FormData): TypedKeying {
  const address = (part: string) => formText(form, `billing_address.${part}`);
  return {
    account: formText(form, "account"),
    name: { given: formText(form, "name.given"), family: formText(form, "name.family"), company: formText(form, "name.company") },
    billing_address: {
      country: address("country") || company.defaultCountry,
      lines: withoutEmptyEnd([0, 1, 2].map((at) => address(`lines[${at}]`))),
      postcode: address("postcode"),
      city: address("city"),
      area: address("area"),
    },
    phone: typedLine(form, "phone"),
    fax: typedLine(form, "fax"),
    email: typedLine(form, "email"),
  };
}

// The form offers one line more than it is given.
function withoutEmptyEnd(lines: string[]): string[] {
  return lines.slice(0, lines.findLastIndex(Boolean) + 1);
}

function typedLine(form: FormData, kind: LineKind): { value: string; mode: Mode } {
  return { value: formText(form, `${kind}.value`), mode: modes.find((mode) => mode === form.get(`${kind}.mode`)) ?? "replace" };
}

/** The account number that was typed, without the blanks of a printed one. */
export function typedAccount(form: FormData): string {
  return formText(form, "account").replace(/\s/g, "");
}

/**
 * Reads the form over a sheet's contents; only what is filled counts. `customer` is the one of the typed account, or null
 * where there is none: then the values are still checked, so that all that is wrong is told at once.
 */
export function readKeying(form: FormData, customer: KeyingCustomer): KeyingResult {
  const typed = typedKeying(form);
  const account = typedAccount(form);
  const kind = customer?.kind ?? (typed.name.company === "" ? "person" : "company");
  const filled = keyedKinds.filter((one) => isFilled(one, typed));
  const posted = parseWithZod(form, {
    schema: formSchema(filled, kind, customer?.country ?? company.defaultCountry),
    disableAutoCoercion: true,
  });
  const errors = {
    ...accountError(account, customer),
    ...(posted.status === "success" ? {} : firstKeys(posted.error)),
    ...nameError(typed.name, kind),
    ...(filled.length === 0 && { "": "paper_error_nothing_keyed" }),
  };
  if (posted.status !== "success" || Object.keys(errors).length > 0) return { errors };
  return { account, changes: filled.map((one) => changeOf(one, typed, posted.value)) };
}

function isFilled(kind: KeyedKind, typed: TypedKeying): boolean {
  if (kind === "name") return Object.values(typed.name).some(Boolean);
  if (kind !== "billing_address") return typed[kind].value !== "";
  const { lines, postcode, city, area } = typed.billing_address;
  return [...lines, postcode, city, area].some(Boolean);
}

// Lines of one input stand under "phone.value", the others under their parts.
function formSchema(filled: KeyedKind[], customerKind: CustomerKind, country: string) {
  return z.object(Object.fromEntries(filled.map((kind) => {
    const value = valueSchema(kind, { customerKind, country });
    return [kind, isLine(kind) ? z.object({ value }) : value];
  })));
}

function isLine(kind: KeyedKind): kind is LineKind {
  return lineKinds.some((line) => line === kind);
}

function accountError(account: string, customer: KeyingCustomer): Record<string, string> {
  if (account === "") return { account: "paper_error_account_missing" };
  return customer ? {} : { account: "paper_error_account_unknown" };
}

function nameError({ given, family, company }: TypedKeying["name"], kind: CustomerKind): Record<string, string> {
  if (kind === "person" && company !== "") return { "name.company": "paper_error_account_of_a_person" };
  if (kind === "company" && given + family !== "") return { [given ? "name.given" : "name.family"]: "paper_error_account_of_a_company" };
  return {};
}

function firstKeys(errors: Record<string, string[] | null> | null | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(errors ?? {}).flatMap(([name, keys]) => (keys?.[0] ? [[name, keys[0]]] : [])));
}

function changeOf(kind: KeyedKind, typed: TypedKeying, values: Record<string, unknown>): KeyedChange {
  if (!isLine(kind)) return { kind, mode: "replace", value: values[kind] as KeyedChange["value"] };
  const { value } = values[kind] as { value: string };
  return { kind, mode: typed[kind].mode, value };
}

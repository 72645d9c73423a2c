import { isDeepStrictEqual } from "node:util";
import { parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";
import { countryChangedName } from "~/contact-details/address-fields";
import { type CustomerKind, detailValueSchema } from "~/contact-details/contact-detail.schema";
import type { Detail } from "~/contact-details/detail.schema";
import { formatPhone } from "~/contact-details/phone";
import { valueSchema } from "~/contact-details/value.schema";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { parseJson } from "~/parse-json";
import { addableKinds, type EditField } from "./edit-field";
import { type Change, changesSchema } from "./update.schema";

export type Owner = { kind: CustomerKind; country: string };

/** The form again, with what was typed and sentences by input name; or the changes that it asks for. */
export type EditResult = { fields: EditField[]; errors: Record<string, string | undefined> } | { changes: Change[] };

/** The form over details as they are stored; shipping addresses have a page of their own. */
export function editFields(details: Detail[], owner: Owner): EditField[] {
  const sites = new Map(details.map(({ id, label }) => [id, label]));
  const existing = details.filter(({ kind }) => kind !== "shipping_address").map((detail): EditField => ({
    name: `details.${detail.id}`,
    detail: detail.id,
    kind: detail.kind,
    label: detail.label,
    site: (detail.siteId && sites.get(detail.siteId)) ?? null,
    typed: shown(detail, owner),
    seen: detail.value,
    version: detail.version,
    remove: false,
  }));
  const more = addableKinds.map((kind): EditField =>
    ({ name: `add.${kind}`, detail: null, kind, label: null, site: null, typed: "", seen: null, version: null, remove: false }));
  return [...existing, ...more];
}

/** A value as the inputs of its form show it. */
export function shown({ kind, value }: Pick<Detail, "kind" | "value">, { country }: Pick<Owner, "country">): EditField["typed"] {
  return typeof value === "string" && kind !== "email" ? formatPhone(value, country) : value;
}

/**
 * Reads a posted form. What was not touched is not among the changes; nothing is saved here. A form that only asks
 * for another country's address fields, or that comes back from the check page (with `changes`), is shown again.
 */
export function readEdit(form: FormData, details: Detail[], owner: Owner): EditResult {
  const fields = editFields(details, owner);
  if (form.has("changes")) return { fields: editFieldsOver(readChanges(form), details, owner), errors: {} };
  const posted = parseWithZod(form, { schema: formSchema(form, fields, owner), disableAutoCoercion: true });
  const typed = fields.map((field) => withTyped(field, posted.payload));
  if (form.has(countryChangedName)) return { fields: typed, errors: {} };
  if (posted.status !== "success") return { fields: typed, errors: sentences(posted.error) };
  return { changes: changesOf(fields, posted.value) };
}

/** The form again over changes that were read from it, where something else on its page is missing. */
export function editFieldsOver(changes: Change[], details: Detail[], owner: Owner): EditField[] {
  return withChanges(editFields(details, owner), changes, owner);
}

/** The changes that the check page and the conflict page carry along; throws 422 when somebody tampered with them. */
export function readChanges(form: FormData, name = "changes"): Change[] {
  const changes = changesSchema.safeParse(parseJson(formText(form, name)));
  const sound = changes.data?.every(({ op, kind, value }) => {
    const customerKind = typeof value === "object" && "company" in value ? "company" : "person";
    return op === "remove" || op === "make_primary" || op === "cancel" || valueSchema(kind, { customerKind, country: "" }).safeParse(value).success;
  });
  if (!changes.data || !sound) throw new Response(null, { status: 422 });
  return changes.data;
}

const json = z.string().transform(parseJson).pipe(detailValueSchema);
const entry = z.object({ value: z.unknown(), remove: z.string().optional(), seen: json.optional(), version: z.coerce.number().int().optional() });
type Entry = z.infer<typeof entry>;

// Only what is filled and stays is checked: a removed detail may hold anything, one more may stay empty.
function formSchema(form: FormData, fields: EditField[], owner: Owner) {
  const group = (prefix: "details" | "add") => z.object(Object.fromEntries(fields.filter(({ name }) => name.startsWith(prefix)).map((field) => {
    const ignored = form.has(`${field.name}.remove`) || (field.detail === null ? !form.get(`${field.name}.value`) : !form.has(`${field.name}.version`));
    const value = ignored ? z.unknown() : valueSchema(field.kind, { customerKind: owner.kind, country: owner.country });
    return [field.name.slice(prefix.length + 1), entry.extend({ value }).optional()];
  })));
  return z.object({ details: group("details").optional(), add: group("add").optional() });
}

function changesOf(fields: EditField[], posted: { details?: Record<string, unknown>; add?: Record<string, unknown> }): Change[] {
  return fields.flatMap(({ detail, kind, label, name }): Change[] => {
    const given = (detail ? posted.details?.[detail] : posted.add?.[name.slice("add.".length)]) as Entry | undefined;
    if (!given) return [];
    const { version, seen, value, remove } = given as Entry & { value?: Change["value"] };
    if (!detail) return value === undefined || value === "" ? [] : [{ op: "add", kind, value }];
    if (remove) return [{ op: "remove", detail, kind, label, version, seen }];
    if (value === undefined || isDeepStrictEqual(value, seen)) return [];
    return [{ op: "change", detail, kind, label, value, version, seen }];
  });
}

/** The first sentence about each input, by its name. */
export function sentences(errors: Record<string, string[] | null> | null | undefined): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(errors ?? {}).flatMap(([name, keys]) => (keys?.[0] ? [[name, errorText(keys[0])]] : [])));
}

// The raw inputs as Conform reads them, without those that were left empty.
type Payload = Record<string, unknown>;

/** The field with what was posted for it: what was typed, and the value and version that were seen. */
export function withTyped(field: EditField, payload: Payload): EditField {
  const posted = field.name.split(".").reduce<unknown>((inner, key) => (inner as Payload | undefined)?.[key], payload) as Payload | undefined;
  if (!posted) return field;
  const { value, seen, version } = posted;
  return {
    ...field,
    typed: typeof field.typed === "string" ? text(value) : typedParts(field.typed, (value ?? {}) as Payload),
    seen: detailValueSchema.safeParse(parseJson(text(seen))).data ?? field.seen,
    version: Number(version ?? field.version),
    remove: posted.remove !== undefined,
  };
}

function typedParts<Parts extends object>(shape: Parts, value: Payload): Parts {
  return Object.fromEntries(Object.entries(shape).map(([part, stored]) =>
    [part, Array.isArray(stored) ? filledLines(value[part]) : text(value[part])])) as Parts;
}

// Empty inputs at the end are the form's offer of one more line, not something typed.
function filledLines(lines: unknown): string[] {
  const typed = Array.isArray(lines) ? lines.map(text) : [];
  return typed.slice(0, typed.findLastIndex((line) => line !== "") + 1);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function withChanges(fields: EditField[], changes: Change[], owner: Owner): EditField[] {
  return fields.map((field) => {
    const change = changes.find(({ detail, kind, op }) => (op === "add" ? field.detail === null && kind === field.kind : detail === field.detail));
    if (!change) return field;
    const typed = change.value === undefined ? field.typed : shown({ kind: change.kind, value: change.value }, owner);
    return { ...field, typed, remove: change.op === "remove", seen: change.seen ?? field.seen, version: change.version ?? field.version };
  });
}

import { countryChangedName } from "~/contact-details/address-fields";
import type { Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { errorText } from "~/i18n/error-text";
import { readKeying, typedAccount, typedKeying } from "./keying-form.server";
import { dayOf, readSheet, type SheetHead, typedSheet } from "./sheet-form.server";
import type { TypedKeying } from "./typed-keying";
import type { TypedSheet } from "./typed-sheet";
import { type KeyingToSend, readKeyingCustomer } from "./written-changes.server";

/** The form again: what was typed, and sentences by input name; "" is for the form as a whole. */
export type KeyingAnswer = { typed: TypedKeying; errors: Record<string, string> };

/**
 * Reads a posted keying; an account is looked up, because its country decides how a number is read. A form that only
 * asks for another country's address fields is answered without errors.
 */
export async function receiveKeying(db: Db, form: FormData, requestId: string): Promise<KeyingToSend | KeyingAnswer> {
  const typed = typedKeying(form);
  if (form.has(countryChangedName)) return { typed, errors: {} };
  const account = typedAccount(form);
  const result = readKeying(form, account === "" ? null : await readKeyingCustomer(db, account));
  return "errors" in result ? { typed, errors: sentences(result.errors) } : { ...result, requestId };
}

/** A new sheet's form: what is to be sent, or the form again with the errors of both its halves. */
export async function receiveSheet(db: Db, form: FormData, requestId: string): Promise<
  { head: SheetHead; keying: KeyingToSend } | { sheet: TypedSheet; keying: KeyingAnswer }
> {
  const sheet = typedSheet(form);
  const paper = readSheet(sheet, dayOf(new Date()));
  const keying = await receiveKeying(db, form, requestId);
  if ("head" in paper && "changes" in keying) return { head: paper.head, keying };
  if (form.has(countryChangedName)) return { sheet, keying: { typed: typedKeying(form), errors: {} } };
  const errors = { ...("errors" in paper && sentences(paper.errors)), ...("errors" in keying && keying.errors) };
  return { sheet, keying: { typed: typedKeying(form), errors } };
}

function sentences(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([name, key]) => [name, errorText(key)]));
}

/** The form again with what the database said no to, and the HTTP status; throws on whatever is no refusal. */
export function refusedKeying(error: unknown, form: FormData): { keying: KeyingAnswer; status: number } {
  if (!(error instanceof Refusal)) throw error;
  return { keying: { typed: typedKeying(form), errors: { "": errorText(error.messageKey) } }, status: error.status };
}

/** The form again, because the customer's details were changed since its page was made; nothing was stored. */
export function overtakenKeying(form: FormData): KeyingAnswer {
  return { typed: typedKeying(form), errors: { "": errorText("paper_error_overtaken") } };
}

/** The status of a form that is shown again: 422 when something in it is wrong, 200 when it only asked for other fields. */
export function statusOf({ errors }: KeyingAnswer): number {
  return Object.keys(errors).length > 0 ? 422 : 200;
}

import { z } from "zod";
import { company } from "../../kartei.config";
import { checkText } from "~/contact-details/text";
import { formText } from "~/form-text";
import { type PaperChannel, paperChannels } from "./keyed-change";
import type { TypedSheet } from "./typed-sheet";

const DOCUMENT_NUMBER_LENGTH = 60;

/** What kind of paper came, on which day ("2026-11-21"), and the number printed on it ("" where there is none). */
export type SheetHead = { channel: PaperChannel; receivedOn: string; documentNumber: string };

/** What was typed about the paper itself, to be shown again. */
export function typedSheet(form: FormData): TypedSheet {
  return {
    channel: paperChannels.find((channel) => channel === form.get("channel")) ?? "invoice",
    receivedOn: formText(form, "received_on"),
    documentNumber: formText(form, "document_number"),
  };
}

/** Reads what was typed about the paper itself; `today` is the last day on which it can have been received. */
export function readSheet(typed: TypedSheet, today: string): { head: SheetHead } | { errors: Record<string, string> } {
  const { channel, receivedOn } = typed;
  const number = checkText(typed.documentNumber, { max: DOCUMENT_NUMBER_LENGTH });
  const errors = {
    ...receivedOnError(receivedOn, today),
    ...(number.error && { document_number: number.error }),
  };
  if (number.error !== undefined || Object.keys(errors).length > 0) return { errors };
  return { head: { channel, receivedOn, documentNumber: number.value } };
}

function receivedOnError(day: string, today: string): Record<string, string> {
  if (!z.iso.date().safeParse(day).success) return { received_on: "paper_error_received_on_missing" };
  return day > today ? { received_on: "paper_error_received_in_the_future" } : {};
}

/** The company's day at a moment, as "2026-11-21". */
export function dayOf(moment: Date): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: company.timeZone }).format(moment);
}

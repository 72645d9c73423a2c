import { z } from "zod";
import type { DetailView } from "~/contact-details/detail-view";
import type { Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { changeAt } from "./change-at";
import type { CustomerRecord } from "./record.server";

/** A detail to ask about: what stands there, how it is known, and where it is changed. */
export type Question = { detail: string; version: number; heading: string; lines: string[]; known: string; changeAt: string };

/** The record's questions beside its details as they are shown. */
export function viewQuestions({ questions, customer }: Pick<CustomerRecord, "questions" | "customer">, details: DetailView[]): Question[] {
  return questions.flatMap(({ detail, version }) => {
    const view = details.find(({ id }) => id === detail);
    if (!view) return [];
    return [{ detail, version, heading: view.heading, lines: view.lines, known: view.reading.words, changeAt: changeAt(customer.accountNumber, view) }];
  });
}

const savedSchema = z.object({ status: z.enum(["saved", "repeated", "unchanged", "conflict"]) });

/** "Right", said on a call about a detail as it was read out; false where it is not as it was, and nothing was confirmed. */
export async function confirmOnCall(db: Db, account: string, { detail, version }: { detail: string; version: number }, requestId: string): Promise<boolean> {
  try {
    const { status } = await db.call("confirm_on_call", { account, detail, version, request: requestId }, savedSchema);
    return status !== "conflict";
  } catch (error) {
    // Evidence that came in meanwhile counts as a change: what it speaks against is corrected, not confirmed.
    if (error instanceof Refusal && error.code === "detail_on_hold") return false;
    throw error;
  }
}

/** "Not now": the detail is not asked about on calls for a month. */
export async function declineQuestion(db: Db, account: string, detail: string): Promise<void> {
  await db.call("decline_question", { account, detail }, z.unknown());
}

const askedSchema = z.object({ detail: z.uuid(), version: z.coerce.number().int() });

/** The detail that an answer is about, as it was read out; throws 400 where a form names none. */
export function readAsked(form: FormData): z.infer<typeof askedSchema> {
  const { data } = askedSchema.safeParse(Object.fromEntries(form));
  if (!data) throw new Response(null, { status: 400 });
  return data;
}

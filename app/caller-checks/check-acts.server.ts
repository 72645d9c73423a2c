import { data } from "@remix-run/node";
import type { Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import type { CheckKind } from "./check-kinds";
import type { CheckedCustomer } from "./caller-check.schema";
import { type Answered, answerCheck, type CodeSent, readCheck } from "./caller-checks.server";
import type { CheckAct } from "./check-view";
import { viewCheckPage } from "./check-view.server";
import { checkKindHint } from "./check-words";

type Told = Omit<CheckAct, "check">;

/** What came of an act on the panel, with all that its page shows. */
export function actOf(page: CheckedCustomer, told: Told) {
  return { ...viewCheckPage(page), ...told };
}
export type ActOnCheck = ReturnType<typeof actOf>;

/** Answers an act on the panel; what the database says no to becomes a sentence there, with what was typed. */
export async function attempt(db: Db, account: string, told: Pick<Told, "about" | "typed">, act: () => Promise<ActOnCheck>) {
  const came = await act().catch(async (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return actOf(await readCheck(db, account), { ...told, good: false, message: errorText(error.messageKey) });
  });
  return data(came, { status: came.good ? 200 : 422 });
}

/** An answer was compared; a wrong one is typed anew. */
export async function compare(db: Db, account: string, kind: CheckKind, answer: string): Promise<ActOnCheck> {
  const answered = await answerCheck(db, account, kind, answer);
  return actOf(answered, { about: kind, good: answered.outcome === "right" || answered.outcome === "passed", message: outcomeText(answered) });
}

/** What was typed cannot be an answer; nothing was compared and nothing counted. */
export async function notAnAnswer(db: Db, account: string, kind: CheckKind, typed: string): Promise<ActOnCheck> {
  return actOf(await readCheck(db, account), { about: kind, good: false, message: m.checks_unreadable({ hint: checkKindHint(kind) }), typed });
}

type Asked = NonNullable<CheckedCustomer["check"]["code"]>;

/** A code was put to Auth, who alone knows it, by `accept`; one that Auth does not know counts as any wrong answer. */
export async function compareCode(db: Db, account: string, accept: (asked: Asked) => Promise<"right" | "wrong" | "locked" | "over">): Promise<ActOnCheck> {
  const { check: { code } } = await readCheck(db, account);
  const outcome = code ? await accept(code) : "over";
  if (outcome === "wrong") return compare(db, account, "email_code", "-");
  const page = await readCheck(db, account);
  if (outcome === "over") return actOf(page, { about: "email_code", good: false, message: m.checks_code_over() });
  return actOf(page, { about: "email_code", good: outcome === "right", message: outcomeText({ ...page, outcome }) });
}

/** A code is on its way, or why not: nothing is left to ask where one has counted already. */
export function codeAct(sent: CodeSent): ActOnCheck {
  const limited = sent.outcome === "limited";
  const message = limited ? m.desk_proof_too_many({ time: timeOfDay(sent.retryAt, getLocale()) })
    : sent.outcome === "sent" ? m.checks_code_on_its_way() : outcomeText({ ...sent, outcome: sent.outcome });
  return actOf(sent, { about: "email_code", good: !limited && sent.outcome !== "locked", message });
}

function outcomeText(answered: Answered): string {
  const { check, outcome } = answered;
  if (check.state === "passed") return m.checks_now_passed();
  if (check.state === "locked") return lockedText(answered);
  return outcome === "right"
    ? m.checks_now_right({ points: Math.min(check.points, check.needed), needed: check.needed })
    : m.checks_now_wrong();
}

// No answer is compared before the lock ends.
function lockedText({ check: { lockedUntil } }: CheckedCustomer): string {
  return m.checks_now_locked({ time: lockedUntil ? timeOfDay(lockedUntil, getLocale()) : "" });
}

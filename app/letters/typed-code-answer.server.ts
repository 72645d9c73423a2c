import { data } from "@remix-run/node";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import type { CodeAnswer } from "./typed-code.server";

/** What the page says about a code that led nowhere, with its status: unknown (404), or too many tries for now (429). */
export function refuseCode(answer: Exclude<CodeAnswer, { state: "found" }>, typed: string) {
  if (answer.state === "unknown") return data({ typed, error: m.letters_code_unknown() }, { status: 404 });
  const error = m.letters_code_limited({ time: timeOfDay(answer.retryAt, getLocale()) });
  return data({ typed, error, retryAt: answer.retryAt }, { status: 429 });
}

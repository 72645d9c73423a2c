import { addDays, addYears, formatISO, parseISO } from "date-fns";
import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";

/** The first day from which a change may count later: tomorrow where the company is. */
export function firstDay(now = new Date()): string {
  return day(addDays(today(now), 1));
}

/** The last one: a year from today. */
export function lastDay(now = new Date()): string {
  return day(addYears(today(now), 1));
}

/** The day that was typed, null for at once; `needed` where there must be one. Null input: not asked for. */
export function readFrom(typed: string | null, needed: boolean): { value: string | null; errors: Record<string, string> } {
  if (typed === null) return { value: null, errors: {} };
  if (typed.trim() === "") return { value: null, errors: needed ? { from: m.account_from_missing() } : {} };
  const { data } = z.iso.date().safeParse(typed.trim());
  return data && data >= firstDay() && data <= lastDay() ? { value: data, errors: {} } : { value: null, errors: { from: m.account_from_invalid() } };
}

function today(now: Date): Date {
  return parseISO(new Intl.DateTimeFormat("sv-SE", { timeZone: company.timeZone }).format(now));
}

function day(date: Date): string {
  return formatISO(date, { representation: "date" });
}

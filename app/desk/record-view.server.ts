import { differenceInYears, parseISO } from "date-fns";
import type { CheckKind } from "~/caller-checks/check-kinds";
import { getLocale, languageName } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { calendarDay, longDay, shortDay } from "~/i18n/times";
import { company } from "../../kartei.config";
import type { CustomerRecord } from "./record.server";

type Customer = CustomerRecord["customer"];

/** What is known of a customer besides the contact details, as pairs of a small label and a value. */
export type Fact = { label: string; value: string };

/** `now` decides a person's age. Where callers are asked for the birth date, the database keeps it back until they have told. */
export function factsOf({ kind, birthDate, yearlySpend, locale, contactBy, since }: Customer, asked: CheckKind[], now: Date): Fact[] {
  const born = birthDate ? withAge(birthDate, now) : asked.includes("birth_date") ? m.checks_kept_back() : null;
  return [
    { label: m.desk_fact_kind(), value: kind === "person" ? m.desk_kind_person() : m.desk_kind_company() },
    ...(born ? [{ label: m.desk_fact_birth_date(), value: born }] : []),
    { label: m.desk_fact_since(), value: longDay(since, getLocale()) },
    { label: m.desk_fact_spend(), value: money(yearlySpend, company.currency) },
    { label: m.desk_fact_language(), value: languageName(locale) },
    { label: m.desk_fact_contact_by(), value: contactBy === "email" ? m.desk_by_email() : m.desk_by_post() },
  ];
}

function withAge(birthDate: string, now: Date): string {
  const born = parseISO(birthDate);
  return m.desk_birth_date({ date: calendarDay(birthDate, getLocale()), age: differenceInYears(now, born) });
}

/** The updates made online since the last contact, with what stands above them; null where there are none or no contact was. */
export function viewContact(lastContact: CustomerRecord["lastContact"], online: CustomerRecord["updates"]) {
  if (!lastContact || online.length === 0) return null;
  return { title: m.record_since_contact({ day: shortDay(lastContact.at, getLocale()) }), references: online.map(({ reference }) => reference) };
}

/** Documents as the record lists them; what they amount to is kept back while a caller is yet to tell it. */
export function viewDocuments(documents: CustomerRecord["documents"]) {
  return documents.map(({ number, kind, issuedOn, amount, currency }) => ({
    number,
    kind: kind === "invoice" ? m.desk_document_invoice() : m.desk_document_delivery_note(),
    issuedOn: calendarDay(issuedOn, getLocale()),
    amount: amount === null ? m.checks_kept_back() : money(amount, currency),
  }));
}

/**
 * The letter that lets somebody sign in for the first time: what is known of the newest, and whether one may be ordered,
 * which is where nobody can sign in. Null where there is neither.
 */
export function viewActivation({ activation, logins }: Pick<CustomerRecord, "activation" | "logins">) {
  const mayOrder = logins.length === 0;
  if (!activation) return mayOrder ? { told: null, mayOrder } : null;
  const { orderedAt, orderedBy, state } = activation;
  const told = m.access_desk_letter({ day: shortDay(orderedAt, getLocale()), who: orderedBy ?? m.access_desk_letter_by_customer(), state: letterStates[state]() });
  return state === "used" && !mayOrder ? null : { told, mayOrder };
}

const letterStates: Record<NonNullable<CustomerRecord["activation"]>["state"], () => string> = {
  waiting: m.access_desk_letter_waiting,
  printed: m.access_desk_letter_printed,
  locked: m.access_desk_letter_locked,
  expired: m.access_desk_letter_expired,
  used: m.access_desk_letter_used,
  replaced: m.access_desk_letter_replaced,
};

/** Reminders as the record lists them: when, how, and whether they were answered. */
export function viewReminders(reminders: CustomerRecord["reminders"]) {
  return reminders.map(({ sentAt, medium, answeredAt }) => ({
    sent: shortDay(sentAt, getLocale()),
    medium: medium === "email" ? m.desk_mail_email() : m.desk_mail_letter(),
    answer: answeredAt ? m.desk_reminder_answered({ when: shortDay(answeredAt, getLocale()) }) : m.desk_reminder_open(),
  }));
}

function money(amount: number, currency: string): string {
  return new Intl.NumberFormat(getLocale(), { style: "currency", currency }).format(amount);
}

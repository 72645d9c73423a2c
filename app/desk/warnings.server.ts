import { differenceInDays, parseISO } from "date-fns";
import type { DetailView } from "~/contact-details/detail-view";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortDay } from "~/i18n/times";
import { changeAt } from "./change-at";
import type { CustomerRecord } from "./record.server";

/** Something to know before one says a word; `to` is where it is put right. */
export type Warning = { text: string; to: string | null };

// As long as its old address may still freeze sign-in.
const emailIsNewDays = 14;

/** What to mind on a record, the gravest first. */
export function viewWarnings({ customer, logins, updates, lastContact }: Pick<CustomerRecord, "customer" | "logins" | "updates" | "lastContact">, details: DetailView[], now: Date): Warning[] {
  const frozen = logins.filter((login) => login.frozen);
  const onHold = details.filter(({ reading }) => reading.state === "on_hold");
  const newEmail = updates.find(({ occurredAt, items }) =>
    differenceInDays(now, parseISO(occurredAt)) < emailIsNewDays && items.some(({ kind, op }) => kind === "email" && op === "change"));
  const online = changedOnline(updates, lastContact);
  return [
    ...frozen.map(({ name, email }) => ({ text: m.record_warning_frozen({ who: name || email }), to: null })),
    ...onHold.map((detail) => ({
      text: m.record_warning_on_hold({ what: [detail.heading, detail.lines.join(", ")].join(" "), why: detail.reading.words }),
      to: changeAt(customer.accountNumber, detail),
    })),
    ...(newEmail ? [{ text: m.record_warning_email_new({ day: shortDay(newEmail.occurredAt, getLocale()) }), to: null }] : []),
    ...(online.length > 0 && lastContact ? [{ text: m.record_warning_changed_online({ count: online.length }), to: null }] : []),
  ];
}

/** What the customer's own people changed since somebody of ours last spoke with them, newest first. */
export function changedOnline(updates: CustomerRecord["updates"], lastContact: CustomerRecord["lastContact"]): CustomerRecord["updates"] {
  return updates.filter(({ actor, occurredAt, items }) =>
    (actor === "customer" || actor === "link") && items.some(({ op }) => op !== "confirm")
    && (lastContact === null || parseISO(occurredAt) > parseISO(lastContact.at)));
}

import { differenceInDays, parseISO } from "date-fns";
import type { DetailView } from "~/contact-details/detail-view";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortDay } from "~/i18n/times";
import { paths } from "~/paths";
import { changeAt } from "./change-at";
import type { CustomerRecord } from "./record.server";

/** Something to know before one says a word; `to` is where it is put right. */
export type Warning = { text: string; to: string | null };

// As long as its old address may still freeze sign-in.
const emailIsNewDays = 14;
// Who calls again about the same within that time has not been helped.
const sameMatterDays = 30;
const callsToMind = 2;

/** As much of a note as tells whether somebody calls again. */
export type Contact = Pick<CustomerRecord["notes"][number], "at" | "channel" | "direction" | "reason" | "outcome" | "concern">;

type Minded = Pick<CustomerRecord, "logins" | "updates" | "lastContact"> & { customer: Pick<CustomerRecord["customer"], "accountNumber">; notes: Contact[] };

/** What to mind on a record, the gravest first. */
export function viewWarnings({ customer, logins, updates, lastContact, notes }: Minded, details: DetailView[], now: Date): Warning[] {
  const frozen = logins.filter((login) => login.frozen);
  const onHold = details.filter(({ reading }) => reading.state === "on_hold");
  const newEmail = updates.find(({ occurredAt, items }) =>
    differenceInDays(now, parseISO(occurredAt)) < emailIsNewDays && items.some(({ kind, op }) => kind === "email" && op === "change"));
  const online = changedOnline(updates, lastContact);
  return [
    ...frozen.map(({ name, email }) => ({ text: m.record_warning_frozen({ who: name || email }), to: null })),
    ...calledAgain(notes, now),
    ...onHold.map((detail) => ({
      text: m.record_warning_on_hold({ what: [detail.heading, detail.lines.join(", ")].join(" "), why: detail.reading.words }),
      to: changeAt(customer.accountNumber, detail),
    })),
    ...(newEmail ? [{ text: m.record_warning_email_new({ day: shortDay(newEmail.occurredAt, getLocale()) }), to: null }] : []),
    ...(online.length > 0 && lastContact ? [{ text: m.record_warning_changed_online({ count: online.length }), to: null }] : []),
  ];
}

// The calls about one concern, or for one reason that is not settled yet; the one that comes now is the next.
function calledAgain(notes: Contact[], now: Date): Warning[] {
  const calls = notes.filter(({ at, channel, direction, concern, outcome }) =>
    channel === "phone" && direction === "in" && differenceInDays(now, parseISO(at)) < sameMatterDays && (concern !== null || outcome !== "settled"));
  const matters = Map.groupBy(calls, ({ concern, reason }) => concern?.reference ?? reason);
  return [...matters.values()].flatMap(([latest, ...earlier]) => {
    const count = earlier.length + 1;
    if (!latest || count < callsToMind) return [];
    const subject = latest.concern?.subject;
    const nth = count + 1;
    return [{
      text: subject ? m.record_warning_called_about({ nth, subject }) : m.record_warning_called_again({ nth }),
      to: latest.concern ? paths.deskConcern(latest.concern.reference) : null,
    }];
  });
}

/** What the customer's own people changed since somebody of ours last spoke with them, newest first. */
export function changedOnline(updates: CustomerRecord["updates"], lastContact: CustomerRecord["lastContact"]): CustomerRecord["updates"] {
  return updates.filter(({ actor, occurredAt, items }) =>
    (actor === "customer" || actor === "link") && items.some(({ op }) => op !== "confirm")
    && (lastContact === null || parseISO(occurredAt) > parseISO(lastContact.at)));
}

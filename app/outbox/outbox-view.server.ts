import { countOrMore } from "~/i18n/count-words";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import type { Count } from "~/ui/counts";
import type { MailView } from "./mail-table";
import { mailWord } from "./mail.schema";
import type { Mail, MailState } from "./outbox.server";

/** A mail made ready for a list. */
export function viewMail({ id, kind, medium, state, attempts, createdAt, sentAt, error, accountNumber, reference }: Mail): MailView {
  const locale = getLocale();
  return {
    id,
    what: mailWord(kind),
    medium: medium === "email" ? m.desk_mail_email() : m.desk_mail_letter(),
    state: stateWords[state](),
    tone: tones[state],
    attempts,
    created: shortMoment(createdAt, locale),
    sent: sentAt && shortMoment(sentAt, locale),
    error,
    accountNumber,
    reference,
  };
}

/** The states in the order in which a mail goes through them, with how many stand there. */
export function viewCounts(counts: Record<MailState, number>): Count[] {
  return (["queued", "claimed", "sent", "waiting", "failed", "uncertain", "cancelled"] as const).map((state) => ({
    label: stateWords[state](),
    tone: counts[state] > 0 ? tones[state] : "plain",
    count: countOrMore(counts[state]),
  }));
}

const stateWords: Record<MailState, () => string> = {
  queued: m.desk_state_queued,
  claimed: m.desk_state_claimed,
  sent: m.desk_state_sent,
  failed: m.desk_state_failed,
  uncertain: m.desk_state_uncertain,
  cancelled: m.desk_state_cancelled,
  waiting: m.desk_state_waiting,
};

const tones: Record<MailState, Count["tone"]> = {
  queued: "plain",
  claimed: "plain",
  sent: "fresh",
  failed: "stale",
  uncertain: "due_soon",
  cancelled: "plain",
  waiting: "plain",
};

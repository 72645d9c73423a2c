import { differenceInDays, differenceInMonths, differenceInWeeks, differenceInYears, parseISO } from "date-fns";
import { company } from "../../kartei.config";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { Freshness } from "./contact-detail.schema";
import { channelPhrase } from "./labels";

/** What a freshness mark shows. `fraction` is what is left until review, 1 for just confirmed and 0 for due. */
export type FreshnessReading = {
  fraction: number;
  state: "fresh" | "due_soon" | "stale" | "on_hold";
  /** "confirmed 3 months ago, by you, online" */
  words: string;
  /** The day of the last confirmation in full, or null. */
  confirmedOn: string | null;
  /** What to do about it, or null when nothing is to be done: "due for a check". */
  advice: string | null;
};

/** Who reads the mark: to a customer, "the customer" who confirmed is somebody else of theirs. */
export type Reader = "customer" | "staff";

const dueSoonDays = 60;

/** Reads a detail's freshness at the moment `now`; days are those of the company's time zone. */
export function readFreshness(freshness: Freshness, now: Date, locale: Locale, reader: Reader): FreshnessReading {
  const today = dayOf(now);
  const confirmed = freshness.confirmedAt === null ? null : dayOf(parseISO(freshness.confirmedAt));
  const { fraction, state } = standing(freshness, confirmed ?? parseISO(freshness.knownSince), today);
  return {
    fraction,
    state,
    words: freshness.hold === null ? knownHow(freshness, confirmed, today, locale, reader) : holdWords(freshness.hold, locale),
    confirmedOn: confirmed && new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(confirmed),
    advice: adviceOn(state, locale),
  };
}

// The calendar day of a moment in the company's time zone, as that day's midnight of this process.
function dayOf(moment: Date): Date {
  return parseISO(new Intl.DateTimeFormat("sv-SE", { timeZone: company.timeZone }).format(moment));
}

function standing({ hold, reviewOn }: Freshness, since: Date, today: Date): Pick<FreshnessReading, "fraction" | "state"> {
  const review = parseISO(reviewOn);
  const left = differenceInDays(review, today);
  const whole = Math.max(1, differenceInDays(review, since));
  const fraction = Math.min(1, Math.max(0, left / whole));
  if (hold !== null) return { fraction, state: "on_hold" };
  if (left <= 0) return { fraction, state: "stale" };
  return { fraction, state: left <= dueSoonDays ? "due_soon" : "fresh" };
}

function adviceOn(state: FreshnessReading["state"], locale: Locale): string | null {
  if (state === "due_soon") return m.details_due_soon({}, { locale });
  return state === "stale" ? m.details_stale({}, { locale }) : null;
}

function holdWords(hold: string, locale: Locale): string {
  const reason = holdReasons.get(hold)?.({}, { locale });
  return reason ? m.details_on_hold_because({ reason }, { locale }) : m.details_on_hold({}, { locale });
}

// The evidence against a detail, by the code that the database keeps; a code unknown here is just "on hold".
const holdReasons = new Map([
  ["email_bounced", m.details_hold_email_bounced],
  ["email_complained", m.details_hold_email_complained],
  ["letter_returned", m.details_hold_letter_returned],
  ["number_dead", m.details_hold_number_dead],
]);

function knownHow(freshness: Freshness, confirmed: Date | null, today: Date, locale: Locale, reader: Reader): string {
  if (confirmed === null) return neverConfirmed(freshness, locale);
  const confirmedAgo = confirmer(freshness, reader)({ ago: ago(confirmed, today, locale) }, { locale });
  return freshness.channel && freshness.confirmedBy !== "import"
    ? `${confirmedAgo}, ${channelPhrase(freshness.channel, locale)}`
    : confirmedAgo;
}

function neverConfirmed({ channel, knownSince }: Freshness, locale: Locale): string {
  const year = knownSince.slice(0, 4);
  return channel === "import" ? m.details_never_confirmed_import({ year }, { locale }) : m.details_never_confirmed({ year }, { locale });
}

function confirmer({ confirmedBy, confirmedByYou }: Freshness, reader: Reader) {
  if (confirmedByYou) return m.details_confirmed_by_you;
  if (confirmedBy === "staff") return m.details_confirmed_by_staff;
  if (confirmedBy === "import") return m.details_confirmed_by_import;
  return reader === "customer" ? m.details_confirmed_by_colleague : m.details_confirmed_by_customer;
}

// Completed weeks, months and years; date-fns's own intlFormatDistance counts turns of the calendar and says "2 quarters".
function ago(day: Date, today: Date, locale: Locale): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const days = Math.max(0, differenceInDays(today, day));
  if (days < 14) return words.format(-days, "day");
  const months = differenceInMonths(today, day);
  if (months < 2) return words.format(-differenceInWeeks(today, day), "week");
  return months < 24 ? words.format(-months, "month") : words.format(-differenceInYears(today, day), "year");
}

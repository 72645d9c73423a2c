import { addDays, formatISO } from "date-fns";
import { formatValue } from "~/contact-details/format-detail";
import { detailHeading } from "~/contact-details/labels";
import { maskValue } from "~/contact-details/mask";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longDay } from "~/i18n/times";
import type { Answers, Asked, ReviewLink } from "./review.schema";
import type { AnswerRow, AskedView } from "./review-view";

/** Days after which an address that was changed from a link counts; the database says the same. */
const DAYS_TO_OPPOSE = 7;

/** A stale detail made ready for a page that whoever holds the link may open. */
export function viewAsked({ id, kind, label, value, version, confirmedAt, onHold, correctable }: Asked): AskedView {
  return {
    id,
    kind,
    version,
    heading: detailHeading(kind, label),
    masked: maskValue(kind, value),
    confirmed: confirmedAt ? m.access_review_confirmed({ day: longDay(confirmedAt, getLocale()) }) : m.access_review_never_confirmed(),
    onHold,
    correctable,
  };
}

/** What the check page shows of an answer: old values masked, new ones as they were typed. */
export function rowsOfAnswers({ confirmed, corrected }: Answers, { details, customer }: ReviewLink): AnswerRow[] {
  const values = new Map(corrected.map(({ detail, value }) => [detail, value]));
  const kept = new Set(confirmed.map(({ detail }) => detail));
  return details.filter(({ id }) => values.has(id) || kept.has(id)).map((asked) => {
    const { heading, masked } = viewAsked(asked);
    const value = values.get(asked.id);
    if (value === undefined) return { heading, op: "confirm", before: masked, after: [masked] };
    return { heading, op: "change", before: masked, after: formatValue(asked.kind, value, getLocale(), customer.country) };
  });
}

/** What was done with a link, for everybody who holds it: all values masked. */
export function rowsDone({ updates }: ReviewLink): AnswerRow[] {
  return updates.flatMap(({ items }) => items).map(({ op, kind, label, before, after }) => ({
    heading: detailHeading(kind, label),
    op: op === "confirm" ? "confirm" : "change",
    before: before === null ? "" : maskValue(kind, before),
    after: after === null ? [] : [maskValue(kind, after)],
  }));
}

/** The day from which an address that is corrected now counts, where nobody on file opposes. */
export function dayOfAddresses(now: Date): string {
  return longDay(formatISO(addDays(now, DAYS_TO_OPPOSE)), getLocale());
}

/** Whether an answer changes an address. */
export function changesAddress({ corrected }: Answers): boolean {
  return corrected.some(({ value }) => typeof value === "object" && "country" in value);
}

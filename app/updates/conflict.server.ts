import { z } from "zod";
import { formatValue } from "~/contact-details/format-detail";
import { channelPhrase, detailHeading } from "~/contact-details/labels";
import { formText } from "~/form-text";
import { getLocale, type Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longCalendarDay, longMoment } from "~/i18n/times";
import { parseJson } from "~/parse-json";
import type { Change, Conflict } from "./update.schema";

/** Two values for one detail, made ready for the page on which the second person chooses, with what each says of a day ahead. */
export type ConflictView = { detail: string; heading: string; theirs: string[]; yours: string[]; theirDay: string | null; yourDay: string | null; savedWhen: string; savedHow: string; savedBy: Conflict["by"] };

/** `country` is the customer's. */
export function viewConflict(conflict: Conflict, country: string): ConflictView {
  const { op, detail, kind, label, theirs, yours, from, upcoming, at, channel, by } = conflict;
  const locale = getLocale();
  const lines = (value: Conflict["yours"]) => (value === null ? [] : formatValue(kind, value, locale, country));
  return {
    detail,
    heading: detailHeading(kind, label),
    theirs: lines(theirs),
    yours: lines(yours),
    theirDay: upcoming ? theirDay(longCalendarDay(upcoming.from, locale), op === "cancel" ? [] : lines(upcoming.value)) : null,
    yourDay: yourDay(op === "cancel" ? upcoming?.from : from, op, locale),
    savedWhen: longMoment(at, locale),
    savedHow: channelPhrase(channel),
    savedBy: by,
  };
}

// Whoever calls a plan off sees the plan itself as the other value.
function theirDay(day: string, planned: string[]): string {
  return planned.length > 0 ? `${m.account_upcoming({ day })} ${planned.join(", ")}` : m.account_counts_from({ day });
}

function yourDay(from: string | null | undefined, op: Conflict["op"], locale: Locale): string | null {
  if (!from) return null;
  const day = longCalendarDay(from, locale);
  return op === "cancel" ? m.account_called_off({ day }) : m.account_counts_from({ day });
}

/** What the choice page needs to send the changes again: the version now seen of each detail; null for a removed one. */
export function versionsSeen(conflicts: Conflict[]): Record<string, number | null> {
  return Object.fromEntries(conflicts.map(({ detail, version, theirs }) => [detail, theirs === null ? null : version]));
}

/**
 * The changes after the choice: "mine" goes again with the version seen, or as an addition where the detail is gone, unless
 * it was planned for a day ahead; "theirs" is dropped; the others stay.
 */
export function choose(changes: Change[], form: FormData): Change[] {
  const seen = z.record(z.string(), z.number().int().nullable()).catch({}).parse(parseJson(formText(form, "versions")));
  return changes.flatMap((change) => {
    const version = change.detail ? seen[change.detail] : undefined;
    if (version === undefined) return [change];
    if (form.get(`choice.${change.detail}`) !== "mine") return [];
    return version === null ? again(change) : [{ ...change, version }];
  });
}

function again({ op, kind, label, site, value, from }: Change): Change[] {
  return op === "add" || op === "change" && !from ? [{ op: "add", kind, label, site, value }] : [];
}

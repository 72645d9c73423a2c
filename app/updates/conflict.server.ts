import { z } from "zod";
import { formatValue } from "~/contact-details/format-detail";
import { channelPhrase, detailHeading } from "~/contact-details/labels";
import { formText } from "~/form-text";
import { getLocale } from "~/i18n/locale";
import { longMoment } from "~/i18n/times";
import { parseJson } from "~/parse-json";
import type { Change, Conflict } from "./update.schema";

/** Two values for one detail, made ready for the page on which the second person chooses. */
export type ConflictView = { detail: string; heading: string; theirs: string[]; yours: string[]; savedWhen: string; savedHow: string; savedBy: Conflict["by"] };

/** `country` is the customer's. */
export function viewConflict(conflict: Conflict, country: string): ConflictView {
  const { detail, kind, label, theirs, yours, at, channel, by } = conflict;
  const locale = getLocale();
  const lines = (value: Conflict["yours"]) => (value === null ? [] : formatValue(kind, value, locale, country));
  return {
    detail,
    heading: detailHeading(kind, label),
    theirs: lines(theirs),
    yours: lines(yours),
    savedWhen: longMoment(at, locale),
    savedHow: channelPhrase(channel),
    savedBy: by,
  };
}

/** What the choice page needs to send the changes again: the version now seen of each detail; null for a removed one. */
export function versionsSeen(conflicts: Conflict[]): Record<string, number | null> {
  return Object.fromEntries(conflicts.map(({ detail, version, theirs }) => [detail, theirs === null ? null : version]));
}

/**
 * The changes after the choice: "mine" goes again with the version seen, or as an addition where the detail is gone;
 * "theirs" is dropped; the others stay.
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

function again({ op, kind, label, site, value }: Change): Change[] {
  return op === "add" || op === "change" ? [{ op: "add", kind, label, site, value }] : [];
}

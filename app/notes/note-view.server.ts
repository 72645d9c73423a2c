import { viewPromise } from "~/commitments/promise-view";
import { getLocale, type Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longMoment, shortMoment } from "~/i18n/times";
import type { Contact, Note } from "./note.schema";
import { outcomeWord, reasonWord, satisfiedWord, wayForCustomer, wayWord } from "./note-words";

/** A note made ready for staff. */
export function viewNote(note: Note) {
  const { id, channel, direction, at, answeredAt, endedAt, heldSeconds, reason, outcome, satisfied, participants, done, internal, shared, by, concern, promises, addenda } = note;
  const locale = getLocale();
  return {
    id,
    when: shortMoment(at, locale),
    at,
    way: wayWord(channel, direction),
    by,
    reason: reasonWord(reason),
    outcome: outcomeWord(outcome),
    open: outcome === "open" || outcome === "not_reached",
    satisfied: satisfied === "not_asked" ? null : satisfiedWord(satisfied),
    unhappy: satisfied === "no",
    times: [
      ...(answeredAt && endedAt ? [m.notes_talked({ time: durationWords(seconds(answeredAt, endedAt), locale) })] : []),
      ...(heldSeconds ? [m.notes_on_hold({ time: durationWords(heldSeconds, locale) })] : []),
    ],
    participants: participants.map(({ name, spelling }) => ({ name, spelling })),
    done: done ?? m.notes_erased(),
    internal,
    shared,
    concern: concern && { reference: concern.reference, subject: concern.subject ?? m.concerns_erased() },
    promises: promises.map(viewPromise),
    addenda: addenda.map(({ text, shared: isShared, at: added, by: who }) => ({ text: text ?? m.notes_erased(), shared: isShared, at: added, when: longMoment(added, locale), by: who })),
  };
}
export type NoteView = ReturnType<typeof viewNote>;

/** A contact made ready for its customer. */
export function viewContact({ id, channel, direction, at, heldSeconds, by, shared, promises, addenda }: Contact) {
  const locale = getLocale();
  return {
    id,
    when: longMoment(at, locale),
    at,
    way: wayForCustomer(channel, direction),
    by,
    held: heldSeconds === null ? null : heldSeconds > 0 ? durationWords(heldSeconds, locale) : m.notes_your_not_held(),
    shared,
    promises: promises.map(viewPromise),
    addenda: addenda.map(({ text, at: added, by: who }) => ({ text: text ?? m.notes_erased(), at: added, when: longMoment(added, locale), by: who })),
  };
}
export type ContactView = ReturnType<typeof viewContact>;

/** "2 minutes 10 seconds"; above an hour without the seconds. */
function durationWords(total: number, locale: Locale): string {
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60] as const;
  const parts = [[hours, "hour"], [minutes, "minute"], [hours > 0 ? 0 : rest, "second"]] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count));
  return said.length > 0 ? said.join(" ") : new Intl.NumberFormat(locale, { style: "unit", unit: "second", unitDisplay: "long" }).format(0);
}

function seconds(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
}

import { channelLabel } from "~/contact-details/labels";
import type { Locale } from "~/i18n/locale";
import { shortMoment } from "~/i18n/times";
import type { Queue, SettledSheet, Sheet } from "./written-change.schema";

/** A sheet made ready for a list. */
export type SheetView = { id: string; sheet: string; channel: string; received: string; state: Sheet["state"]; dispute: Sheet["dispute"] };

/** A settled sheet made ready for the list of what was done lately. */
export type SettledSheetView = SheetView & Pick<SettledSheet, "accountNumber" | "reference" | "reason" | "emailWaits" | "settledBy"> & { settled: string };

export type QueueView = { toCheck: SheetView[]; toSettle: SheetView[]; mine: SheetView[]; settled: SettledSheetView[] };

export function viewQueue({ toCheck, toSettle, mine, settled }: Omit<Queue, "me">, locale: Locale): QueueView {
  const view = (sheet: Sheet) => viewSheet(sheet, locale);
  return { toCheck: toCheck.map(view), toSettle: toSettle.map(view), mine: mine.map(view), settled: settled.map((sheet) => viewSettled(sheet, locale)) };
}

/** The sheet among those of the queue that somebody has just worked on. */
export function findSheet({ mine, settled }: QueueView, id: string | null): SheetView | SettledSheetView | undefined {
  return [...mine, ...settled].find((sheet) => sheet.id === id);
}

/** `channel` and `received` in words, for lists and for the heading of a sheet's page. */
export function viewSheet({ id, sheet, channel, receivedOn, state, dispute }: Sheet, locale: Locale): SheetView {
  return { id, sheet: String(sheet), channel: channelLabel(channel, locale), received: dayInWords(receivedOn, locale), state, dispute };
}

function viewSettled(sheet: SettledSheet, locale: Locale): SettledSheetView {
  const { accountNumber, reference, reason, emailWaits, settledBy, settledAt } = sheet;
  return { ...viewSheet(sheet, locale), accountNumber, reference, reason, emailWaits, settledBy, settled: shortMoment(settledAt, locale) };
}

// A day has no time zone: it is read and written in the same one.
function dayInWords(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day));
}

import type { DetailValue, UpdateItem } from "~/contact-details/contact-detail.schema";
import { channelLabel, detailHeading } from "~/contact-details/labels";
import { maskValue } from "~/contact-details/mask";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longDay, longMoment } from "~/i18n/times";
import type { Update } from "~/updates/update.schema";

/** A disputed update as a page shows it to whoever holds its link: every value masked. */
export type ObjectionView = { reference: string; when: string; how: string; rows: ObjectionRow[] };

/** What holds for a detail now, and what will once the update is taken back. */
export type ObjectionRow = { heading: string; now: string; later: string };

/** An update with what taking it back would do. */
export function viewUndoing(update: Update): ObjectionView {
  return view(update, update.items.filter(({ op }) => op !== "confirm").map(undone));
}

/** An update with what stopping it would leave as it is. */
export function viewStopping(update: Update): ObjectionView {
  return view(update, update.items.filter(({ op, from, cancelled }) => op === "change" && from && !cancelled).map(undone));
}

function view({ reference, occurredAt, channel }: Update, rows: ObjectionRow[]): ObjectionView {
  return { reference, when: longMoment(occurredAt, getLocale()), how: channelLabel(channel), rows };
}

function undone(item: UpdateItem): ObjectionRow {
  return { heading: detailHeading(item.kind, item.label), ...nowAndThen(item) };
}

function nowAndThen({ op, kind, before, after, from }: UpdateItem): Omit<ObjectionRow, "heading"> {
  const masked = (value: DetailValue | null) => (value === null ? m.links_none() : maskValue(kind, value));
  const on = (value: DetailValue | null) => (from ? m.links_from({ date: longDay(from, getLocale()), value: masked(value) }) : masked(value));
  switch (op) {
    case "place":
      return { now: masked(after), later: m.links_placed_back({ value: masked(after) }) };
    case "make_primary":
      return { now: m.links_first({ value: masked(after) }), later: masked(after) };
    case "cancel":
      return { now: masked(after), later: on(before) };
    case "add":
    case "change":
    case "remove":
    case "confirm":
      return { now: on(after), later: masked(before) };
  }
}

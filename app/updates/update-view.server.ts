import { channelPhrase } from "~/contact-details/labels";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longMoment, shortMoment } from "~/i18n/times";
import { type ChangeRow, rowsOfItems } from "./change-rows.server";
import { identificationText } from "./identification";
import type { Update } from "./update.schema";

/** An update made ready for a list: when, by whom and how in words, and what changed. */
export type UpdateView = {
  reference: string;
  occurredAt: string;
  when: string;
  how: string;
  rows: ChangeRow[];
  /** The references of what it took back, and of what took it back. */
  undoes: string | null;
  undoneBy: string | null;
};

/** `country` is the customer's. */
export function viewUpdate(update: Update, country: string): UpdateView {
  const { reference, occurredAt, items, undoes = null, undoneBy = null } = update;
  return { reference, occurredAt, when: longMoment(occurredAt, getLocale()), how: how(update), rows: rowsOfItems(items, country), undoes, undoneBy };
}

function how({ actor, actorName, channel, undoes, identifiedBy }: Update): string {
  if (actor === "import") return m.account_by_import();
  if (actor === "link") return m.account_by_link();
  const who = actor === "you" ? m.account_by_you() : actor === "staff" ? m.account_by_staff({ name: actorName ?? "" }) : actorName ?? "";
  // on nobody's word: nobody called or wrote
  if (actor === "staff" && undoes && !identifiedBy) return m.account_by_our_mistake({ who });
  return [who, channelPhrase(channel)].filter(Boolean).join(", ");
}

/** An update as staff see it: the time in short, on whose word it was saved, and whether there is anything to take back. */
export type StaffUpdateView = UpdateView & { identified: string | null; reversible: boolean };

export function viewUpdateForStaff(update: Update, country: string): StaffUpdateView {
  const { occurredAt, identifiedBy, undoneBy, items } = update;
  return {
    ...viewUpdate(update, country),
    when: shortMoment(occurredAt, getLocale()),
    identified: identifiedBy && identificationText(identifiedBy),
    // what a record began with has nothing before it
    reversible: !undoneBy && items.some(({ op }) => op !== "confirm") && !items.some(({ op, kind }) => op === "add" && kind === "name"),
  };
}

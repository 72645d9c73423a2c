import type { UpdateItem } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { itemNotes } from "~/contact-details/item-notes";
import { detailHeading } from "~/contact-details/labels";
import { maskValue } from "~/contact-details/mask";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longCalendarDay } from "~/i18n/times";
import type { Change } from "./update.schema";

/** A change made ready for a page: the lines of the value before and after, empty where there was or will be none, what else there is to say, and whether it is still to come. */
export type ChangeRow = { op: UpdateItem["op"]; heading: string; before: string[]; after: string[]; notes: string[]; planned: boolean };

/** What a form asks for, as its check page shows it. `country` is the customer's. */
export function rowsOfChanges(changes: Change[], country: string): ChangeRow[] {
  return changes.map((change) => row(itemOf(change), country));
}

/** What an update did, as history and receipts show it. */
export function rowsOfItems(items: UpdateItem[], country: string): ChangeRow[] {
  return items.map((item) => row(item, country));
}

/** What an update did, as its receipt shows it: what stood there before is masked. */
export function rowsOfReceipt(items: UpdateItem[], country: string): ChangeRow[] {
  return items.map((item) => ({ ...row(item, country), before: item.before === null ? [] : [maskValue(item.kind, item.before)] }));
}

// A change as the item that it will become.
function itemOf({ op, kind, label, labelSeen, site, siteSeen, seen, value, from }: Change): UpdateItem {
  return {
    op, kind, from: from ?? undefined,
    label: label ?? null,
    before: seen ?? null,
    after: (op === "make_primary" ? seen : value) ?? null,
    ...(op === "change" && labelSeen !== undefined && labelSeen !== label ? { labelBefore: labelSeen ?? "" } : {}),
    ...(op === "add" ? (site ? { site: site.name, siteBefore: "" } : {}) : {}),
    ...(op === "change" && siteSeen !== undefined && siteSeen?.id !== site?.id ? { site: site?.name ?? "", siteBefore: siteSeen?.name ?? "" } : {}),
  };
}

function row(item: UpdateItem, country: string): ChangeRow {
  const { op, kind, label, before, after, from } = item;
  const locale = getLocale();
  const lines = (value: UpdateItem["before"]) => (value === null ? [] : formatValue(kind, value, locale, country));
  return {
    op,
    heading: detailHeading(kind, label),
    before: lines(before),
    after: lines(after),
    notes: [...itemNotes(item, locale), ...(from ? [dayNote(item, longCalendarDay(from, locale))] : [])],
    planned: op === "change" && from !== undefined && !item.cancelled,
  };
}

function dayNote({ op, cancelled }: UpdateItem, day: string): string {
  if (op === "cancel") return m.account_called_off({ day });
  return cancelled ? m.account_never_counted({ day }) : m.account_counts_from({ day });
}

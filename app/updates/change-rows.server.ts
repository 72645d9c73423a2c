import type { UpdateItem } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { kindLabel } from "~/contact-details/labels";
import { getLocale } from "~/i18n/locale";
import type { Change } from "./update.schema";

/** A change made ready for a page: the lines of the value before and after; empty where there was or will be none. */
export type ChangeRow = { op: UpdateItem["op"]; heading: string; before: string[]; after: string[] };

/** What a form asks for, as its check page shows it. `country` is the customer's. */
export function rowsOfChanges(changes: Change[], country: string): ChangeRow[] {
  return changes.map(({ op, kind, label = null, seen = null, value = null }) => row({ op, kind, label, before: seen, after: value }, country));
}

/** What an update did, as history and receipts show it. */
export function rowsOfItems(items: UpdateItem[], country: string): ChangeRow[] {
  return items.map((item) => row(item, country));
}

function row({ op, kind, label, before, after }: UpdateItem, country: string): ChangeRow {
  const lines = (value: UpdateItem["before"]) => (value === null ? [] : formatValue(kind, value, getLocale(), country));
  return { op, heading: [kindLabel(kind), label].filter(Boolean).join(" · "), before: lines(before), after: lines(after) };
}

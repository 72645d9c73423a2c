import type { UpdateItem } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { itemNotes } from "~/contact-details/item-notes";
import { detailHeading, kindLabel } from "~/contact-details/labels";
import { maskValue } from "~/contact-details/mask";
import { longDate } from "~emails/parts/dates";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import type { Block } from "./blocks";

/** What an update did: new values whole, old and untouched ones masked, since whoever opens the envelope reads them. */
export function changesBlock(items: UpdateItem[], locale: Locale): Block {
  return {
    type: "changes",
    head: [m.letters_change_what({}, { locale }), m.letters_change_now({}, { locale })],
    rows: items.map((item) => ({
      label: detailHeading(item.kind, item.label, locale),
      ...outcome(item, locale),
    })),
  };
}

type Outcome = { lines: string[]; notes: string[] };

function outcome(item: UpdateItem, locale: Locale): Outcome {
  const { op, before, after, from } = item;
  const covered = (label: string, value: UpdateItem["before"]) => (value === null ? [] : [`${label}: ${maskValue(item.kind, value)}`]);
  const notes = itemNotes(item, locale);
  switch (op) {
    case "add":
      return { lines: whole(item, locale), notes: [m.mail_receipt_added({}, { locale }), ...notes] };
    case "change": {
      const starts = from ? [m.mail_receipt_from({ date: longDate(from, locale) }, { locale })] : [];
      return { lines: whole(item, locale), notes: [...starts, ...covered(m.mail_receipt_before({}, { locale }), before), ...notes] };
    }
    case "remove":
      return { lines: [], notes: covered(m.mail_receipt_removed({}, { locale }), before) };
    case "cancel":
      return { lines: [], notes: [...covered(m.mail_receipt_stays({}, { locale }), after), ...covered(m.mail_receipt_cancelled({}, { locale }), before)] };
    case "confirm":
      return { lines: [], notes: covered(m.mail_receipt_confirmed({}, { locale }), after ?? before) };
    case "make_primary":
    case "place":
      return { lines: [], notes: [...covered(kindLabel(item.kind, locale), after ?? before), ...notes] };
  }
}

function whole({ kind, after }: UpdateItem, locale: Locale): string[] {
  return after === null ? [] : formatValue(kind, after, locale, company.defaultCountry);
}

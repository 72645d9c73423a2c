import type { DetailKind, DetailValue, UpdateItem } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { itemNotes } from "~/contact-details/item-notes";
import { kindLabel } from "~/contact-details/labels";
import { maskValue } from "~/contact-details/mask";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { longDate } from "./dates";
import { DetailCard } from "./detail-card";
import { styles } from "./theme";
import { Typed } from "./typed";

/** What an update did, card by card: new values whole, old and untouched ones masked. */
export function ChangeList({ items, locale }: { items: UpdateItem[]; locale: Locale }) {
  return items.map((item, index) => (
    <DetailCard key={index} kind={item.kind} label={item.label} locale={locale}>
      <Outcome item={item} locale={locale} />
    </DetailCard>
  ));
}

function Outcome({ item, locale }: { item: UpdateItem; locale: Locale }) {
  const { op, kind, before, after, from } = item;
  switch (op) {
    case "add":
      return (
        <>
          <New kind={kind} value={after} locale={locale} />
          <div className="quiet" style={styles.quiet}>{m.mail_receipt_added({}, { locale })}</div>
        </>
      );
    case "change":
      return (
        <>
          {from ? <div className="quiet" style={styles.quiet}>{m.mail_receipt_from({ date: longDate(from, locale) }, { locale })}</div> : null}
          <New kind={kind} value={after} locale={locale} />
          <Covered label={m.mail_receipt_before({}, { locale })} kind={kind} value={before} />
          <Notes item={item} locale={locale} />
        </>
      );
    case "remove":
      return <Covered label={m.mail_receipt_removed({}, { locale })} kind={kind} value={before} />;
    case "cancel":
      return (
        <>
          <Covered label={m.mail_receipt_stays({}, { locale })} kind={kind} value={after} />
          <Covered label={m.mail_receipt_cancelled({}, { locale })} kind={kind} value={before} />
        </>
      );
    case "confirm":
      return <Covered label={m.mail_receipt_confirmed({}, { locale })} kind={kind} value={after ?? before} />;
    case "make_primary":
    case "place":
      return (
        <>
          <Covered label={kindLabel(kind, locale)} kind={kind} value={after ?? before} />
          <Notes item={item} locale={locale} />
        </>
      );
  }
}

/** What else an update did to a detail than change its value. */
function Notes({ item, locale }: { item: UpdateItem; locale: Locale }) {
  return itemNotes(item, locale).map((line) => <div key={line} className="quiet" style={styles.quiet}><Typed>{line}</Typed></div>);
}

type ValueProps = { kind: DetailKind; value: DetailValue | null };

/** A new value whole, line by line as its country writes it. */
function New({ kind, value, locale }: ValueProps & { locale: Locale }) {
  if (value === null) return null;
  return formatValue(kind, value, locale, company.defaultCountry).map((line, index) => (
    <div key={index} style={styles.value}><Typed>{line}</Typed></div>
  ));
}

/** A value that its owner recognises and whoever else reads the mail does not learn. */
function Covered({ label, kind, value }: ValueProps & { label: string }) {
  if (value === null) return null;
  return (
    <div className="quiet" style={styles.quiet}>
      {label}: <Typed>{maskValue(kind, value)}</Typed>
    </div>
  );
}

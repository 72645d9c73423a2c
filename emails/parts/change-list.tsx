import type { DetailKind, DetailValue, UpdateItem } from "~/contact-details/contact-detail.schema";
import { formatValue } from "~/contact-details/format-detail";
import { maskValue } from "~/contact-details/mask";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
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
  const { op, kind, before, after } = item;
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
          <New kind={kind} value={after} locale={locale} />
          <Covered label={m.mail_receipt_before({}, { locale })} kind={kind} value={before} />
        </>
      );
    case "remove":
      return <Covered label={m.mail_receipt_removed({}, { locale })} kind={kind} value={before} />;
    case "confirm":
      return <Covered label={m.mail_receipt_confirmed({}, { locale })} kind={kind} value={after ?? before} />;
  }
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

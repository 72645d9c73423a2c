import { Section } from "@react-email/components";
import type { ReactNode } from "react";
import type { DetailKind } from "~/contact-details/contact-detail.schema";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { styles } from "./theme";
import { Typed } from "./typed";

type Props = { kind: DetailKind; label: string | null; locale: Locale; children: ReactNode };

/** An index card for one contact detail: its kind and, where a customer gave it one, its label above the rest. */
export function DetailCard({ kind, label, locale, children }: Props) {
  return (
    <Section className="card" style={styles.card}>
      <div style={styles.cardInside}>
        <div className="quiet" style={styles.label}>
          {m[`details_kind_${kind}`]({}, { locale })}
          {label ? <> · <Typed>{label}</Typed></> : null}
        </div>
        {children}
      </div>
    </Section>
  );
}

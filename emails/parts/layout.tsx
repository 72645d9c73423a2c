import { Body, Container, Head, Hr, Html, Preview, Section } from "@react-email/components";
import type { ReactNode } from "react";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { Remark } from "./paragraph";
import { SupportContact } from "./support-contact";
import { darkStyles, styles } from "./theme";

type Props = {
  locale: Locale;
  subject: string;
  /** What a mailbox shows beside the subject; never a code, since phones show it on the lock screen. */
  preview: string;
  children: ReactNode;
};

/** The sheet every mail is written on: the company's name above, how to reach it and who it is below. */
export function Layout({ locale, subject, preview, children }: Props) {
  return (
    <Html lang={locale}>
      <Head>
        <title>{subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        <style>{darkStyles}</style>
      </Head>
      <Body className="page" style={{ margin: 0, padding: 0 }}>
        <Preview>{preview}</Preview>
        <Section className="page" style={styles.page}>
          <Container className="sheet" style={styles.sheet}>
            <div className="inside" style={styles.inside}>
              <p style={styles.letterhead}>{company.name}</p>
              {children}
              <p style={styles.text}>{m.mail_signoff({}, { locale })}<br />{company.name}</p>
              <Hr className="rule" style={styles.rule} />
              <SupportContact locale={locale} />
              <Remark>{company.legalFooter}</Remark>
            </div>
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

import { Link } from "@react-email/components";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { company } from "../../kartei.config";
import { weekdayNames } from "./dates";
import { SectionHeading } from "./heading";
import { styles } from "./theme";

/** How to reach the company's people, and when. */
export function SupportContact({ locale }: { locale: Locale }) {
  const { email, phone, hours } = company.support;
  const days = weekdayNames(hours.weekdays, locale);
  return (
    <>
      <SectionHeading>{m.mail_support_heading({}, { locale })}</SectionHeading>
      <div style={styles.text}>
        <div><Link className="link" href={`tel:${phone}`} style={styles.link}>{international(phone)}</Link></div>
        <div><Link className="link" href={`mailto:${email}`} style={styles.link}>{email}</Link></div>
        <div className="quiet" style={styles.quiet}>
          {m.mail_support_hours({ days, from: hours.from, to: hours.to }, { locale })}
        </div>
      </div>
    </>
  );
}

/** With its country code, since mails are read abroad. */
function international(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

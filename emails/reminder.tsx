import { Link } from "@react-email/components";
import { z } from "zod";
import { detailKinds } from "~/contact-details/contact-detail.schema";
import { m } from "~/i18n/messages";
import { ActionButton } from "./parts/action-button";
import { longDate } from "./parts/dates";
import { DetailCard } from "./parts/detail-card";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { day, locale, pageUrl } from "./parts/props";
import { styles } from "./parts/theme";
import { Typed } from "./parts/typed";

const reminderDetailSchema = z.object({
  kind: z.enum(detailKinds),
  label: z.string().nullable(),
  masked: z.string(),
  lastConfirmed: day.nullable(),
});

/**
 * Asks a customer whether stale details still hold; `reviewUrl` leads to both answers without signing in, once and until
 * the day `validUntil`; `signInUrl` to the same details in full.
 */
export const reminderSchema = z.object({
  kind: z.literal("reminder"),
  locale,
  recipientName: z.string(),
  details: z.array(reminderDetailSchema).min(1),
  reviewUrl: pageUrl,
  validUntil: day,
  signInUrl: pageUrl,
});

type Props = z.infer<typeof reminderSchema>;

export function reminderSubject({ locale }: Props): string {
  return m.mail_reminder_subject({}, { locale });
}

export function Reminder(props: Props) {
  const { recipientName, details, reviewUrl, validUntil, signInUrl, locale } = props;
  const intro = m.mail_reminder_intro({}, { locale });
  return (
    <Layout locale={locale} subject={reminderSubject(props)} preview={intro}>
      <Title>{m.mail_reminder_heading({}, { locale })}</Title>
      <Greeting name={recipientName} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      {details.map((detail, index) => <StaleDetail key={index} detail={detail} locale={locale} />)}
      <Remark>{m.mail_reminder_masked({}, { locale })}</Remark>
      <Paragraph>{m.mail_reminder_still_right({}, { locale })}</Paragraph>
      <Paragraph>{m.mail_reminder_correct({}, { locale })}</Paragraph>
      <ActionButton href={reviewUrl} label={m.mail_reminder_button({}, { locale })} />
      <Paragraph>{m.mail_reminder_valid_until({ date: longDate(validUntil, locale) }, { locale })}</Paragraph>
      <Paragraph>
        {m.mail_reminder_sign_in({}, { locale })} <Link className="link" href={signInUrl} style={styles.link}>{m.mail_reminder_sign_in_link({}, { locale })}</Link>
      </Paragraph>
      <Remark>{m.mail_reminder_opt_out({}, { locale })}</Remark>
    </Layout>
  );
}

type StaleDetailProps = { detail: z.infer<typeof reminderDetailSchema>; locale: Props["locale"] };

function StaleDetail({ detail, locale }: StaleDetailProps) {
  const { kind, label, masked, lastConfirmed } = detail;
  return (
    <DetailCard kind={kind} label={label} locale={locale}>
      <div style={styles.value}><Typed>{masked}</Typed></div>
      <div className="quiet" style={styles.quiet}>
        {lastConfirmed
          ? m.mail_reminder_confirmed({ date: longDate(lastConfirmed, locale) }, { locale })
          : m.mail_reminder_never_confirmed({}, { locale })}
      </div>
    </DetailCard>
  );
}

import { z } from "zod";
import { m } from "~/i18n/messages";
import { ActionButton } from "./parts/action-button";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { locale, pageUrl } from "./parts/props";
import { styles } from "./parts/theme";
import { Typed } from "./parts/typed";

/** To each admin: a webhook was switched off by itself, and nothing is lost by it. */
export const webhookOffSchema = z.object({
  kind: z.literal("webhook_off"),
  locale,
  recipientName: z.string(),
  endpointName: z.string(),
  reason: z.enum(["failing", "gone"]),
  endpointUrl: pageUrl,
});

type Props = z.infer<typeof webhookOffSchema>;

export function webhookOffSubject({ endpointName, locale }: Props): string {
  return m.mail_webhook_off_subject({ name: endpointName }, { locale });
}

export function WebhookOff(props: Props) {
  const { recipientName, endpointName, reason, endpointUrl, locale } = props;
  const intro = reason === "gone" ? m.mail_webhook_off_gone({}, { locale }) : m.mail_webhook_off_failing({}, { locale });
  return (
    <Layout locale={locale} subject={webhookOffSubject(props)} preview={intro}>
      <Title>{m.mail_webhook_off_heading({}, { locale })}</Title>
      <Greeting name={recipientName} locale={locale} />
      <div style={{ ...styles.value, marginBottom: 14 }}><Typed>{endpointName}</Typed></div>
      <Paragraph>{intro}</Paragraph>
      <Paragraph>{m.mail_webhook_off_next({}, { locale })}</Paragraph>
      <ActionButton href={endpointUrl} label={m.mail_webhook_off_button({}, { locale })} />
      <Remark>{m.mail_webhook_off_kept({}, { locale })}</Remark>
    </Layout>
  );
}

import { z } from "zod";
import { concernKinds } from "~/concerns/concern";
import { m } from "~/i18n/messages";
import { ActionButton } from "./parts/action-button";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { locale, pageUrl } from "./parts/props";
import { Quoted } from "./parts/quoted";
import { Typed } from "./parts/typed";

/** What both mails about a concern tell; `text` is the message that the mail is about. */
export const concernMail = {
  locale,
  recipientName: z.string(),
  reference: z.string(),
  concernKind: z.enum(concernKinds),
  subject: z.string(),
  text: z.string(),
  answeredBy: z.string().nullable(),
  concernUrl: pageUrl,
};

/** To whoever sent a concern: its reference, and their own words as proof of what they wrote. */
export const concernReceivedSchema = z.object({ kind: z.literal("concern_received"), ...concernMail });

type Props = z.infer<typeof concernReceivedSchema>;

export function concernReceivedSubject({ reference, locale }: Props): string {
  return m.concerns_mail_received_subject({ reference }, { locale });
}

export function ConcernReceived(props: Props) {
  const { recipientName, reference, subject, text, concernUrl, locale } = props;
  const intro = m.concerns_mail_received_intro({}, { locale });
  return (
    <Layout locale={locale} subject={concernReceivedSubject(props)} preview={intro}>
      <Title>{m.concerns_mail_received_heading({}, { locale })}</Title>
      <Greeting name={recipientName} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Fact label={m.concerns_reference({}, { locale })}>{reference}</Fact>
      <Fact label={m.concerns_subject({}, { locale })}><Typed>{subject}</Typed></Fact>
      <Quoted label={m.concerns_mail_your_words({}, { locale })}>{text}</Quoted>
      <ActionButton href={concernUrl} label={m.concerns_mail_button({}, { locale })} />
    </Layout>
  );
}

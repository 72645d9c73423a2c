import { z } from "zod";
import { m } from "~/i18n/messages";
import { concernMail } from "./concern-received";
import { ActionButton } from "./parts/action-button";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { Quoted } from "./parts/quoted";
import { Typed } from "./parts/typed";

/** Brings the answer to a concern. */
export const concernAnsweredSchema = z.object({ kind: z.literal("concern_answered"), ...concernMail });

type Props = z.infer<typeof concernAnsweredSchema>;

export function concernAnsweredSubject({ reference, locale }: Props): string {
  return m.concerns_mail_answered_subject({ reference }, { locale });
}

export function ConcernAnswered(props: Props) {
  const { recipientName, reference, concernKind, subject, text, answeredBy, concernUrl, locale } = props;
  const intro = m.concerns_mail_answered_intro({}, { locale });
  return (
    <Layout locale={locale} subject={concernAnsweredSubject(props)} preview={intro}>
      <Title>{m.concerns_mail_answered_heading({}, { locale })}</Title>
      <Greeting name={recipientName} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Fact label={m.concerns_reference({}, { locale })}>{reference}</Fact>
      <Fact label={m.concerns_subject({}, { locale })}><Typed>{subject}</Typed></Fact>
      <Quoted label={answeredBy ? m.concerns_mail_answer_by({ name: answeredBy }, { locale }) : m.concerns_mail_answer({}, { locale })}>{text}</Quoted>
      <ActionButton href={concernUrl} label={m.concerns_mail_button({}, { locale })} />
      <Remark>{m.concerns_mail_reply({}, { locale })} {concernKind === "complaint" && m.concerns_mail_not_satisfied({}, { locale })}</Remark>
    </Layout>
  );
}

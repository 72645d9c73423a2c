import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { ActionButton } from "./parts/action-button";
import { CodeBox } from "./parts/code-box";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { code, locale, minutes, pageUrl } from "./parts/props";

/** To a new email address, to prove that it belongs to whoever entered it; `verifyUrl` is where to type the code. */
export const newEmailCodeSchema = z.object({
  kind: z.literal("new_email_code"),
  locale,
  code,
  minutes,
  verifyUrl: pageUrl,
});

type Props = z.infer<typeof newEmailCodeSchema>;

export function newEmailCodeSubject({ locale }: Props): string {
  return m.mail_new_email_code_subject({}, { locale });
}

export function NewEmailCode(props: Props) {
  const { code, minutes, verifyUrl, locale } = props;
  const subject = newEmailCodeSubject(props);
  const validity = m.mail_code_validity({ minutes }, { locale });
  return (
    <Layout locale={locale} subject={subject} preview={validity}>
      <Title>{subject}</Title>
      <Paragraph>{m.mail_new_email_code_intro({ company: company.name }, { locale })}</Paragraph>
      <CodeBox code={code} />
      <ActionButton href={verifyUrl} label={m.mail_new_email_code_button({}, { locale })} />
      <Paragraph>{validity} {m.mail_new_email_code_until_then({}, { locale })}</Paragraph>
      <Paragraph>{m.mail_code_secret({ company: company.name }, { locale })}</Paragraph>
      <Paragraph>{m.mail_new_email_code_ignore({}, { locale })}</Paragraph>
    </Layout>
  );
}

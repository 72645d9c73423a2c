import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { CodeBox } from "./parts/code-box";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { code, locale, minutes } from "./parts/props";

/** To a login's address, when somebody asks to sign in with it. */
export const signInCodeSchema = z.object({ kind: z.literal("sign_in_code"), locale, code, minutes });

type Props = z.infer<typeof signInCodeSchema>;

export function signInCodeSubject({ locale }: Props): string {
  return m.mail_sign_in_code_subject({}, { locale });
}

export function SignInCode(props: Props) {
  const { code, minutes, locale } = props;
  const subject = signInCodeSubject(props);
  const validity = m.mail_code_validity({ minutes }, { locale });
  return (
    <Layout locale={locale} subject={subject} preview={validity}>
      <Title>{subject}</Title>
      <Paragraph>{m.mail_sign_in_code_intro({}, { locale })}</Paragraph>
      <CodeBox code={code} />
      <Paragraph>{validity}</Paragraph>
      <Paragraph>{m.mail_code_secret({ company: company.name }, { locale })}</Paragraph>
      <Paragraph>{m.mail_sign_in_code_ignore({}, { locale })}</Paragraph>
    </Layout>
  );
}

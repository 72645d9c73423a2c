import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { locale } from "./parts/props";

/** To an address without an account, when somebody asks to sign in with it: only its owner learns that. */
export const signInUnknownSchema = z.object({ kind: z.literal("sign_in_unknown"), locale });

type Props = z.infer<typeof signInUnknownSchema>;

export function signInUnknownSubject({ locale }: Props): string {
  return m.mail_sign_in_unknown_subject({}, { locale });
}

export function SignInUnknown(props: Props) {
  const { locale } = props;
  const heading = m.mail_sign_in_unknown_heading({}, { locale });
  return (
    <Layout locale={locale} subject={signInUnknownSubject(props)} preview={heading}>
      <Title>{heading}</Title>
      <Greeting locale={locale} />
      <Paragraph>{m.mail_sign_in_unknown_intro({ company: company.name }, { locale })}</Paragraph>
      <Paragraph>{m.mail_sign_in_unknown_other_address({}, { locale })}</Paragraph>
      <Paragraph>{m.mail_sign_in_unknown_support({}, { locale })}</Paragraph>
      <Paragraph>{m.mail_sign_in_unknown_ignore({}, { locale })}</Paragraph>
    </Layout>
  );
}

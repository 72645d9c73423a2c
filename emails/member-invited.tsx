import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { ActionButton } from "./parts/action-button";
import { longDate } from "./parts/dates";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { day, locale, pageUrl } from "./parts/props";
import { Sentence } from "./parts/sentence";
import { Typed } from "./parts/typed";

/** To somebody whom an owner has invited. It opens nothing by itself: the person proves the address by signing in with it. */
export const memberInvitedSchema = z.object({
  kind: z.literal("member_invited"),
  locale,
  invitedName: z.string(),
  invitedBy: z.string(),
  customerName: z.string(),
  email: z.string(),
  validUntil: day,
  signInUrl: pageUrl,
});

type Props = z.infer<typeof memberInvitedSchema>;

export function memberInvitedSubject({ locale }: Props): string {
  return m.people_invited_mail_subject({ company: company.name }, { locale });
}

export function MemberInvited(props: Props) {
  const { locale, invitedName, invitedBy, customerName, email, validUntil, signInUrl } = props;
  return (
    <Layout locale={locale} subject={memberInvitedSubject(props)} preview={m.people_invited_mail_heading({}, { locale })}>
      <Title>{m.people_invited_mail_heading({}, { locale })}</Title>
      <Greeting name={invitedName} locale={locale} />
      <Paragraph><Sentence parts={m.people_invited_mail_intro.parts({ name: invitedBy }, { locale })} /></Paragraph>
      <Fact label={m.people_invited_mail_account({ company: company.name }, { locale })}><Typed>{customerName}</Typed></Fact>
      <Paragraph><Sentence parts={m.people_invited_mail_how.parts({ email }, { locale })} /></Paragraph>
      <ActionButton href={signInUrl} label={m.people_invited_mail_button({}, { locale })} />
      <Paragraph>{m.people_invited_mail_until({ day: longDate(validUntil, locale) }, { locale })}</Paragraph>
      <Remark>{m.people_invited_mail_ignore({}, { locale })}</Remark>
    </Layout>
  );
}

import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { ActionButton } from "./parts/action-button";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { SectionHeading, Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { locale, pageUrl } from "./parts/props";
import { Typed } from "./parts/typed";

/** To the owners, when somebody has accepted an invitation. */
export const memberJoinedSchema = z.object({
  kind: z.literal("member_joined"),
  locale,
  name: z.string(),
  email: z.string(),
  role: z.enum(["owner", "member"]),
  customerName: z.string(),
  peopleUrl: pageUrl,
});

type Props = z.infer<typeof memberJoinedSchema>;

export function memberJoinedSubject({ locale }: Props): string {
  return m.people_joined_mail_subject({}, { locale });
}

export function MemberJoined(props: Props) {
  const { locale, name, email, role, customerName, peopleUrl } = props;
  const intro = m.people_joined_mail_intro({ company: company.name }, { locale });
  return (
    <Layout locale={locale} subject={memberJoinedSubject(props)} preview={intro}>
      <Title>{memberJoinedSubject(props)}</Title>
      <Greeting locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Fact label={m.people_name({}, { locale })}><Typed>{name}</Typed></Fact>
      <Fact label={m.people_email({}, { locale })}><Typed>{email}</Typed></Fact>
      <Fact label={m.people_role({}, { locale })}>{role === "owner" ? m.people_owner({}, { locale }) : m.people_member({}, { locale })}</Fact>
      <Fact label={m.people_joined_mail_customer({}, { locale })}><Typed>{customerName}</Typed></Fact>
      <SectionHeading>{m.people_joined_mail_objection_heading({}, { locale })}</SectionHeading>
      <Paragraph>{m.people_joined_mail_objection({}, { locale })}</Paragraph>
      <ActionButton href={peopleUrl} label={m.people_joined_mail_button({}, { locale })} />
    </Layout>
  );
}

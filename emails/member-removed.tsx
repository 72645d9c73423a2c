import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { locale } from "./parts/props";
import { Typed } from "./parts/typed";

/** To a person who was removed (`you`) and to the owners who stay. `removedBy` is null for whoever left by themselves. */
export const memberRemovedSchema = z.object({
  kind: z.literal("member_removed"),
  locale,
  name: z.string(),
  email: z.string(),
  you: z.boolean(),
  removedBy: z.string().nullable(),
  customerName: z.string(),
});

type Props = z.infer<typeof memberRemovedSchema>;

export function memberRemovedSubject({ locale, you }: Props): string {
  return you ? m.people_removed_mail_subject_you({}, { locale }) : m.people_removed_mail_subject({}, { locale });
}

export function MemberRemoved(props: Props) {
  const { locale, name, email, you, removedBy, customerName } = props;
  const intro = you
    ? m.people_removed_mail_intro_you({ company: company.name }, { locale })
    : m.people_removed_mail_intro({ company: company.name }, { locale });
  return (
    <Layout locale={locale} subject={memberRemovedSubject(props)} preview={intro}>
      <Title>{memberRemovedSubject(props)}</Title>
      <Greeting name={you ? name : undefined} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Fact label={m.people_joined_mail_customer({}, { locale })}><Typed>{customerName}</Typed></Fact>
      {!you && <Fact label={m.people_name({}, { locale })}><Typed>{name}</Typed></Fact>}
      <Fact label={m.people_email({}, { locale })}><Typed>{email}</Typed></Fact>
      {removedBy !== null && <Fact label={m.people_removed_mail_by({}, { locale })}><Typed>{removedBy}</Typed></Fact>}
      <Paragraph>{m.people_removed_mail_objection({}, { locale })}</Paragraph>
    </Layout>
  );
}

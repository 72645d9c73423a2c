import { z } from "zod";
import { m } from "~/i18n/messages";
import { roleWord } from "~/staff/role";
import { staffRoleSchema } from "~/staff/role.schema";
import { company } from "../kartei.config";
import { ActionButton } from "./parts/action-button";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { locale, pageUrl } from "./parts/props";
import { Sentence } from "./parts/sentence";

/** To a new member of staff: the way to the desk. It opens nothing by itself: the person proves the address by signing in with it. */
export const staffInvitedSchema = z.object({
  kind: z.literal("staff_invited"),
  locale,
  name: z.string(),
  role: staffRoleSchema,
  invitedBy: z.string().nullable(),
  email: z.string(),
  signInUrl: pageUrl,
});

type Props = z.infer<typeof staffInvitedSchema>;

export function staffInvitedSubject({ locale }: Props): string {
  return m.staff_invited_subject({ company: company.name }, { locale });
}

export function StaffInvited(props: Props) {
  const { locale, name, role, invitedBy, email, signInUrl } = props;
  return (
    <Layout locale={locale} subject={staffInvitedSubject(props)} preview={m.staff_invited_heading({}, { locale })}>
      <Title>{m.staff_invited_heading({}, { locale })}</Title>
      <Greeting name={name} locale={locale} />
      <Paragraph><Sentence parts={m.staff_invited_intro.parts({ name: invitedBy ?? company.name, company: company.name }, { locale })} /></Paragraph>
      <Fact label={m.staff_role({}, { locale })}>{roleWord(role, locale)}</Fact>
      <Paragraph><Sentence parts={m.staff_invited_how.parts({ email }, { locale })} /></Paragraph>
      <ActionButton href={signInUrl} label={m.staff_invited_button({}, { locale })} />
      <Remark>{m.staff_invited_ignore({}, { locale })}</Remark>
    </Layout>
  );
}

import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { ActionButton } from "./parts/action-button";
import { longDate } from "./parts/dates";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { SectionHeading, Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph } from "./parts/paragraph";
import { day, locale, pageUrl } from "./parts/props";
import { Typed } from "./parts/typed";

/** To the old address, as soon as a new one took its place; `freezeUrl` works until the day `validUntil`. */
export const emailChangedSchema = z.object({
  kind: z.literal("email_changed"),
  locale,
  oldMasked: z.string().nullish(),
  newMasked: z.string(),
  freezeUrl: pageUrl,
  validUntil: day,
});

type Props = z.infer<typeof emailChangedSchema>;

export function emailChangedSubject({ locale }: Props): string {
  return m.mail_email_changed_subject({}, { locale });
}

export function EmailChanged(props: Props) {
  const { locale, oldMasked, newMasked } = props;
  const subject = emailChangedSubject(props);
  const intro = m.mail_email_changed_intro({ company: company.name }, { locale });
  return (
    <Layout locale={locale} subject={subject} preview={intro}>
      <Title>{subject}</Title>
      <Greeting locale={locale} />
      <Paragraph>{intro}</Paragraph>
      {oldMasked ? <Fact label={m.mail_email_changed_old({}, { locale })}><Typed>{oldMasked}</Typed></Fact> : null}
      <Fact label={m.mail_email_changed_new({}, { locale })}><Typed>{newMasked}</Typed></Fact>
      <Paragraph>{m.mail_email_changed_yours({}, { locale })}</Paragraph>
      <Freeze {...props} />
    </Layout>
  );
}

function Freeze({ locale, freezeUrl, validUntil }: Props) {
  return (
    <>
      <SectionHeading>{m.mail_email_changed_objection_heading({}, { locale })}</SectionHeading>
      <Paragraph>{m.mail_email_changed_objection({}, { locale })}</Paragraph>
      <ActionButton href={freezeUrl} label={m.mail_email_changed_button({}, { locale })} />
      <Paragraph>{m.mail_email_changed_valid_until({ date: longDate(validUntil, locale) }, { locale })}</Paragraph>
    </>
  );
}

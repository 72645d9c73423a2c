import { z } from "zod";
import { m } from "~/i18n/messages";
import { ActionButton } from "./parts/action-button";
import { ChangeList } from "./parts/change-list";
import { longDate } from "./parts/dates";
import { Greeting } from "./parts/greeting";
import { SectionHeading, Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { Particulars } from "./parts/particulars";
import { day, pageUrl } from "./parts/props";
import { updateProps } from "./parts/update-props";

/** Word of a change that begins on the day `from`; until then `stopUrl` stops it. */
export const changeAnnouncedSchema = z.object({
  kind: z.literal("change_announced"),
  ...updateProps,
  from: day,
  stopUrl: pageUrl,
  validUntil: day,
});

type Props = z.infer<typeof changeAnnouncedSchema>;

export function changeAnnouncedSubject({ from, locale }: Props): string {
  return m.mail_announced_subject({ date: longDate(from, locale) }, { locale });
}

export function ChangeAnnounced(props: Props) {
  const { items, locale, recipientName } = props;
  const subject = changeAnnouncedSubject(props);
  const intro = m.mail_announced_intro({}, { locale });
  return (
    <Layout locale={locale} subject={subject} preview={intro}>
      <Title>{subject}</Title>
      <Greeting name={recipientName} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Particulars {...props} />
      <SectionHeading>{m.mail_announced_changes({}, { locale })}</SectionHeading>
      <ChangeList items={items} locale={locale} />
      <Remark>{m.mail_receipt_masked({}, { locale })}</Remark>
      <Objection {...props} />
    </Layout>
  );
}

function Objection({ locale, stopUrl, validUntil, reference }: Props) {
  return (
    <>
      <SectionHeading>{m.mail_receipt_objection_heading({}, { locale })}</SectionHeading>
      <Paragraph>{m.mail_announced_objection({}, { locale })}</Paragraph>
      <ActionButton href={stopUrl} label={m.mail_announced_button({}, { locale })} />
      <Paragraph>{m.mail_announced_valid_until({ date: longDate(validUntil, locale) }, { locale })} {m.mail_receipt_call({ reference }, { locale })}</Paragraph>
    </>
  );
}

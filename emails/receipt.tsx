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

/**
 * The record of one update, to whoever made it and to the owners. `undoes` is the reference of the update that this one
 * took back; `objection` takes this one back, or freezes sign-in after a change of email address, until a day.
 */
export const receiptSchema = z.object({
  kind: z.literal("receipt"),
  ...updateProps,
  undoes: z.string().nullish(),
  objection: z.object({ does: z.enum(["undo", "freeze"]), url: pageUrl, validUntil: day }).nullish(),
});

type Props = z.infer<typeof receiptSchema>;

export function receiptSubject({ reference, locale }: Props): string {
  return m.mail_receipt_subject({ reference }, { locale });
}

export function Receipt(props: Props) {
  const { items, locale, recipientName, undoes } = props;
  const intro = undoes ? m.mail_receipt_undoes({ reference: undoes }, { locale }) : m.mail_receipt_intro({}, { locale });
  return (
    <Layout locale={locale} subject={receiptSubject(props)} preview={intro}>
      <Title>{m.mail_receipt_heading({}, { locale })}</Title>
      <Greeting name={recipientName} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Particulars {...props} />
      <SectionHeading>{m.mail_receipt_changes({}, { locale })}</SectionHeading>
      <ChangeList items={items} locale={locale} />
      {items.some((item) => item.before) ? <Remark>{m.mail_receipt_masked({}, { locale })}</Remark> : null}
      <SectionHeading>{m.mail_receipt_objection_heading({}, { locale })}</SectionHeading>
      <Objection {...props} />
    </Layout>
  );
}

function Objection({ reference, locale, objection }: Props) {
  if (!objection) return <Paragraph>{m.mail_receipt_objection({ reference }, { locale })}</Paragraph>;
  const { does, url, validUntil } = objection;
  const [words, button] = does === "undo"
    ? [m.mail_receipt_undo({}, { locale }), m.mail_receipt_undo_button({}, { locale })]
    : [m.mail_email_changed_objection({}, { locale }), m.mail_email_changed_button({}, { locale })];
  return (
    <>
      <Paragraph>{words}</Paragraph>
      <ActionButton href={url} label={button} />
      <Paragraph>{m.mail_email_changed_valid_until({ date: longDate(validUntil, locale) }, { locale })} {m.mail_receipt_call({ reference }, { locale })}</Paragraph>
    </>
  );
}

import { z } from "zod";
import { channels, updateItemSchema } from "~/contact-details/contact-detail.schema";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { ChangeList } from "./parts/change-list";
import { longDateTime } from "./parts/dates";
import { Fact } from "./parts/fact";
import { Greeting } from "./parts/greeting";
import { SectionHeading, Title } from "./parts/heading";
import { Layout } from "./parts/layout";
import { Paragraph, Remark } from "./parts/paragraph";
import { locale } from "./parts/props";
import { styles } from "./parts/theme";
import { Typed } from "./parts/typed";

/**
 * The record of one update, to whoever made it and to the owners. `actor` is as the recipient sees it.
 */
export const receiptSchema = z.object({
  kind: z.literal("receipt"),
  locale,
  reference: z.string().min(1),
  occurredAt: z.iso.datetime({ offset: true }),
  channel: z.enum(channels),
  actor: z.enum(["you", "colleague", "staff"]),
  actorName: z.string().nullable(),
  recipientName: z.string(),
  accountNumber: z.string(),
  items: z.array(updateItemSchema).min(1),
});

type Props = z.infer<typeof receiptSchema>;

export function receiptSubject({ reference, locale }: Props): string {
  return m.mail_receipt_subject({ reference }, { locale });
}

export function Receipt(props: Props) {
  const { items, locale, recipientName } = props;
  const intro = m.mail_receipt_intro({}, { locale });
  return (
    <Layout locale={locale} subject={receiptSubject(props)} preview={intro}>
      <Title>{m.mail_receipt_heading({}, { locale })}</Title>
      <Greeting name={recipientName} locale={locale} />
      <Paragraph>{intro}</Paragraph>
      <Particulars {...props} />
      <SectionHeading>{m.mail_receipt_changes({}, { locale })}</SectionHeading>
      <ChangeList items={items} locale={locale} />
      {items.some((item) => item.before) ? <Remark>{m.mail_receipt_masked({}, { locale })}</Remark> : null}
      <Objection {...props} />
    </Layout>
  );
}

function Particulars(props: Props) {
  const { reference, accountNumber, occurredAt, locale } = props;
  return (
    <>
      <Fact label={m.mail_receipt_reference({}, { locale })}><span style={styles.big}>{reference}</span></Fact>
      <Fact label={m.mail_receipt_account({}, { locale })}>{accountNumber}</Fact>
      <Fact label={m.mail_receipt_when({}, { locale })}>{longDateTime(occurredAt, locale)}</Fact>
      <Fact label={m.mail_receipt_how({}, { locale })}>{howItReachedUs(props)}</Fact>
      {props.actor === "you" ? null : (
        <Fact label={m.mail_receipt_by({}, { locale })}><Typed>{whoEnteredIt(props)}</Typed></Fact>
      )}
    </>
  );
}

function howItReachedUs({ actor, channel, locale }: Props): string {
  return actor === "you"
    ? m.mail_receipt_how_you({ channel }, { locale })
    : m.mail_receipt_how_other({ channel }, { locale });
}

function whoEnteredIt({ actor, actorName, locale }: Props): string {
  if (actor === "colleague") return actorName ?? m.mail_receipt_by_colleague({}, { locale });
  return actorName ? `${actorName}, ${company.name}` : company.name;
}

function Objection({ reference, locale }: Props) {
  return (
    <>
      <SectionHeading>{m.mail_receipt_objection_heading({}, { locale })}</SectionHeading>
      <Paragraph>{m.mail_receipt_objection({ reference }, { locale })}</Paragraph>
    </>
  );
}

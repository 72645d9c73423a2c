import { z } from "zod";
import { channels, updateItemSchema } from "~/contact-details/contact-detail.schema";
import { longDateTime } from "~emails/parts/dates";
import { locale } from "~emails/parts/props";
import { howItReachedUs, whoEnteredIt } from "~emails/parts/update-words";
import { m } from "~/i18n/messages";
import type { Block, FactRow, LetterBody } from "./parts/blocks";
import { changesBlock } from "./parts/change-rows";
import { greeting } from "./parts/greeting";
import { linkBlock } from "./parts/link-block";
import { typedLinkSchema } from "./parts/props";

/**
 * The record of one update on paper. `actor` is as the recipient sees it; `objection` is what the letter's code does
 * (take the update back, or stop sign-in after a change of email address), null on a copy, which has none.
 */
export const receiptLetterSchema = z.object({
  kind: z.literal("receipt"),
  locale,
  reference: z.string().min(1),
  occurredAt: z.iso.datetime({ offset: true }),
  channel: z.enum(channels),
  actor: z.enum(["you", "colleague", "link", "staff"]),
  actorName: z.string().nullable(),
  recipientName: z.string(),
  items: z.array(updateItemSchema).min(1),
  objection: z.object({ does: z.enum(["undo", "freeze"]), link: typedLinkSchema }).nullable(),
});

type Props = z.infer<typeof receiptLetterSchema>;

export function receiptLetter(props: Props): LetterBody {
  const { items, locale, recipientName } = props;
  return {
    title: m.mail_receipt_heading({}, { locale }),
    blocks: [
      greeting(recipientName, locale),
      { type: "paragraph", text: m.mail_receipt_intro({}, { locale }) },
      { type: "facts", rows: particulars(props) },
      { type: "heading", text: m.mail_receipt_changes({}, { locale }) },
      changesBlock(items, locale),
      ...(items.some((item) => item.before) ? [{ type: "remark" as const, text: m.mail_receipt_masked({}, { locale }) }] : []),
      ...objection(props),
    ],
  };
}

function particulars(props: Props): FactRow[] {
  const { reference, occurredAt, actor, locale } = props;
  return [
    { label: m.mail_receipt_reference({}, { locale }), lines: [reference] },
    { label: m.mail_receipt_when({}, { locale }), lines: [longDateTime(occurredAt, locale)] },
    { label: m.mail_receipt_how({}, { locale }), lines: [howItReachedUs(props)] },
    ...(actor === "you" ? [] : [{ label: m.mail_receipt_by({}, { locale }), lines: [whoEnteredIt(props)] }]),
  ];
}

function objection({ objection, reference, locale }: Props): Block[] {
  const heading = m.mail_receipt_objection_heading({}, { locale });
  if (objection) {
    const text = objection.does === "undo" ? m.letters_receipt_undo({}, { locale }) : m.letters_receipt_freeze({}, { locale });
    return [linkBlock(objection.link, { heading, text }, locale)];
  }
  return [
    { type: "heading", text: heading },
    { type: "paragraph", text: m.mail_receipt_objection({ reference }, { locale }) },
  ];
}

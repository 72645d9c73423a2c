import { z } from "zod";
import { detailKinds } from "~/contact-details/contact-detail.schema";
import { detailHeading } from "~/contact-details/labels";
import { longDate } from "~emails/parts/dates";
import { day, locale } from "~emails/parts/props";
import { m } from "~/i18n/messages";
import type { LetterBody } from "./parts/blocks";
import { greeting } from "./parts/greeting";
import { linkBlock } from "./parts/link-block";
import { typedLinkSchema } from "./parts/props";

/** Asks a customer whether stale details still hold; `review` opens both answers without signing in. */
export const reminderLetterSchema = z.object({
  kind: z.literal("reminder"),
  locale,
  recipientName: z.string(),
  details: z.array(z.object({
    kind: z.enum(detailKinds),
    label: z.string().nullable(),
    masked: z.string(),
    lastConfirmed: day.nullable(),
  })).min(1),
  review: typedLinkSchema.nullable(),
});

type Props = z.infer<typeof reminderLetterSchema>;

export function reminderLetter({ locale, recipientName, details, review }: Props): LetterBody {
  const call = m.letters_reminder_call({}, { locale });
  return {
    title: m.mail_reminder_heading({}, { locale }),
    blocks: [
      greeting(recipientName, locale),
      { type: "paragraph", text: m.mail_reminder_intro({}, { locale }) },
      {
        type: "changes",
        head: [m.letters_change_what({}, { locale }), m.letters_change_on_file({}, { locale })],
        rows: details.map(({ kind, label, masked, lastConfirmed }) => ({
          label: detailHeading(kind, label, locale),
          lines: [masked],
          notes: [lastConfirmed ? m.mail_reminder_confirmed({ date: longDate(lastConfirmed, locale) }, { locale }) : m.mail_reminder_never_confirmed({}, { locale })],
        })),
      },
      { type: "remark", text: m.letters_reminder_masked({}, { locale }) },
      ...(review ? [linkBlock(review, { heading: m.letters_reminder_answer_heading({}, { locale }), text: m.letters_reminder_answer({}, { locale }) }, locale)] : []),
      { type: "paragraph", text: call },
      { type: "remark", text: m.mail_reminder_opt_out({}, { locale }) },
    ],
  };
}

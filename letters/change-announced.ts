import { z } from "zod";
import { updateItemSchema } from "~/contact-details/contact-detail.schema";
import { longDate } from "~emails/parts/dates";
import { day, locale } from "~emails/parts/props";
import { m } from "~/i18n/messages";
import type { LetterBody } from "./parts/blocks";
import { changesBlock } from "./parts/change-rows";
import { greeting } from "./parts/greeting";
import { linkBlock } from "./parts/link-block";
import { typedLinkSchema } from "./parts/props";

/** Word of a change that begins on the day `from`; until then `stop` cancels it. */
export const changeAnnouncedLetterSchema = z.object({
  kind: z.literal("change_announced"),
  locale,
  recipientName: z.string(),
  reference: z.string().min(1),
  from: day,
  items: z.array(updateItemSchema).min(1),
  stop: typedLinkSchema.nullable(),
});

type Props = z.infer<typeof changeAnnouncedLetterSchema>;

export function changeAnnouncedLetter({ locale, recipientName, reference, from, items, stop }: Props): LetterBody {
  const heading = m.mail_receipt_objection_heading({}, { locale });
  const date = longDate(from, locale);
  return {
    title: m.letters_announced_title({ date }, { locale }),
    blocks: [
      greeting(recipientName, locale),
      { type: "paragraph", text: m.letters_announced_intro({ date }, { locale }) },
      { type: "facts", rows: [{ label: m.mail_receipt_reference({}, { locale }), lines: [reference] }] },
      changesBlock(items, locale),
      { type: "remark", text: m.mail_receipt_masked({}, { locale }) },
      ...(stop
        ? [linkBlock(stop, { heading, text: m.letters_announced_stop({ date }, { locale }) }, locale)]
        : [{ type: "heading" as const, text: heading }, { type: "paragraph" as const, text: m.letters_call_us({}, { locale }) }]),
    ],
  };
}

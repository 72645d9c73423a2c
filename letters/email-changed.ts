import { z } from "zod";
import { locale } from "~emails/parts/props";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import type { LetterBody } from "./parts/blocks";
import { linkBlock } from "./parts/link-block";
import { typedLinkSchema } from "./parts/props";

/** To the billing address of a customer who had no other address to be told at: an email address has been added. */
export const emailChangedLetterSchema = z.object({
  kind: z.literal("email_changed"),
  locale,
  newMasked: z.string(),
  freeze: typedLinkSchema.nullable(),
});

type Props = z.infer<typeof emailChangedLetterSchema>;

export function emailChangedLetter({ locale, newMasked, freeze }: Props): LetterBody {
  const heading = m.mail_email_changed_objection_heading({}, { locale });
  return {
    title: m.letters_email_added_title({}, { locale }),
    blocks: [
      { type: "paragraph", text: m.mail_greeting({}, { locale }) },
      { type: "paragraph", text: m.letters_email_added_intro({ company: company.name }, { locale }) },
      { type: "facts", rows: [{ label: m.mail_email_changed_new({}, { locale }), lines: [newMasked] }] },
      { type: "paragraph", text: m.mail_email_changed_yours({}, { locale }) },
      ...(freeze
        ? [linkBlock(freeze, { heading, text: m.letters_receipt_freeze({}, { locale }) }, locale)]
        : [{ type: "heading" as const, text: heading }, { type: "paragraph" as const, text: m.letters_call_us({}, { locale }) }]),
    ],
  };
}

import { z } from "zod";
import { locale } from "~emails/parts/props";
import { m } from "~/i18n/messages";
import type { LetterBody } from "./parts/blocks";
import { greeting } from "./parts/greeting";

/** The answer to a matter of the customer's, or word that it has come in (`answer` is null), for those who prefer post. */
export const concernLetterSchema = z.object({
  kind: z.enum(["concern_received", "concern_answered"]),
  locale,
  recipientName: z.string(),
  reference: z.string().min(1),
  subject: z.string(),
  answer: z.string().nullable(),
});

type Props = z.infer<typeof concernLetterSchema>;

export function concernLetter({ locale, recipientName, reference, subject, answer }: Props): LetterBody {
  return {
    title: answer === null ? m.letters_concern_received_title({}, { locale }) : m.letters_concern_answered_title({}, { locale }),
    blocks: [
      greeting(recipientName, locale),
      { type: "paragraph", text: answer === null ? m.letters_concern_received_intro({}, { locale }) : m.letters_concern_answered_intro({}, { locale }) },
      {
        type: "facts",
        rows: [
          { label: m.mail_receipt_reference({}, { locale }), lines: [reference] },
          { label: m.letters_concern_subject({}, { locale }), lines: [subject] },
        ],
      },
      ...(answer === null ? [] : answer.split(/\n{2,}/).map((text) => ({ type: "paragraph" as const, text }))),
      { type: "paragraph", text: m.letters_concern_more({ reference }, { locale }) },
    ],
  };
}

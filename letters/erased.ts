import { z } from "zod";
import { day, locale } from "~emails/parts/props";
import { m } from "~/i18n/messages";
import { longDay } from "~/i18n/times";
import type { LetterBody } from "./parts/blocks";

/** The last letter to a customer whose data were erased; their name is no longer known. */
export const erasedLetterSchema = z.object({ kind: z.literal("erased"), locale, accountNumber: z.string(), erasedOn: day });

type Props = z.infer<typeof erasedLetterSchema>;

export function erasedLetter({ locale, accountNumber, erasedOn }: Props): LetterBody {
  return {
    title: m.rights_mail_erased_heading({}, { locale }),
    blocks: [
      { type: "paragraph", text: m.mail_greeting({}, { locale }) },
      { type: "paragraph", text: m.rights_mail_erased_done({ date: longDay(erasedOn, locale) }, { locale }) },
      { type: "facts", rows: [{ label: m.mail_receipt_account({}, { locale }), lines: [accountNumber] }] },
      { type: "paragraph", text: m.rights_mail_erased_kept({}, { locale }) },
      { type: "remark", text: m.rights_mail_erased_last({}, { locale }) },
    ],
  };
}

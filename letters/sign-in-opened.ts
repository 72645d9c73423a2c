import { z } from "zod";
import { longDateTime } from "~emails/parts/dates";
import { locale } from "~emails/parts/props";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import type { LetterBody } from "./parts/blocks";
import { greeting } from "./parts/greeting";

/** To where the code for the first sign-in went: somebody has used it. `masked` is the address they sign in with. */
export const signInOpenedLetterSchema = z.object({
  kind: z.literal("sign_in_opened"),
  locale,
  recipientName: z.string(),
  masked: z.string(),
  openedAt: z.iso.datetime({ offset: true }),
});

type Props = z.infer<typeof signInOpenedLetterSchema>;

export function signInOpenedLetter({ locale, recipientName, masked, openedAt }: Props): LetterBody {
  return {
    title: m.letters_opened_title({}, { locale }),
    blocks: [
      greeting(recipientName, locale),
      { type: "paragraph", text: m.letters_opened_intro({ company: company.name }, { locale }) },
      {
        type: "facts",
        rows: [
          { label: m.letters_opened_address({}, { locale }), lines: [masked] },
          { label: m.letters_opened_when({}, { locale }), lines: [longDateTime(openedAt, locale)] },
        ],
      },
      { type: "paragraph", text: m.mail_email_changed_yours({}, { locale }) },
      { type: "heading", text: m.mail_email_changed_objection_heading({}, { locale }) },
      { type: "paragraph", text: m.letters_call_us({}, { locale }) },
    ],
  };
}

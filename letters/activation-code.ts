import { z } from "zod";
import { locale } from "~emails/parts/props";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import type { LetterBody } from "./parts/blocks";
import { linkBlock } from "./parts/link-block";
import { typedLinkSchema } from "./parts/props";

/** The code with which a customer without an email address on file signs in for the first time; `activate.code` is it. */
export const activationCodeLetterSchema = z.object({
  kind: z.literal("activation_code"),
  locale,
  accountNumber: z.string(),
  activate: typedLinkSchema,
});

type Props = z.infer<typeof activationCodeLetterSchema>;

export function activationCodeLetter({ locale, accountNumber, activate }: Props): LetterBody {
  return {
    title: m.letters_activation_title({}, { locale }),
    blocks: [
      { type: "paragraph", text: m.mail_greeting({}, { locale }) },
      { type: "paragraph", text: m.letters_activation_intro({ company: company.name }, { locale }) },
      linkBlock(activate, { heading: m.letters_activation_heading({}, { locale }), text: m.letters_activation_text({ account: accountNumber }, { locale }) }, locale),
      { type: "paragraph", text: m.letters_activation_validity({}, { locale }) },
      { type: "paragraph", text: m.letters_activation_secret({ company: company.name }, { locale }) },
      { type: "paragraph", text: m.letters_activation_not_asked({}, { locale }) },
    ],
  };
}

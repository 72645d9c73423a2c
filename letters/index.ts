import { z } from "zod";
import { m } from "~/i18n/messages";
import { company } from "../kartei.config";
import { activationCodeLetter, activationCodeLetterSchema } from "./activation-code";
import { changeAnnouncedLetter, changeAnnouncedLetterSchema } from "./change-announced";
import { concernLetter, concernLetterSchema } from "./concern-answered";
import { emailChangedLetter, emailChangedLetterSchema } from "./email-changed";
import type { LetterBody } from "./parts/blocks";
import { receiptLetter, receiptLetterSchema } from "./receipt";
import { erasedLetter, erasedLetterSchema } from "./erased";
import { reminderLetter, reminderLetterSchema } from "./reminder";
import { signInOpenedLetter, signInOpenedLetterSchema } from "./sign-in-opened";

/** Every letter there is, told apart by `kind`. */
export const letterSchema = z.discriminatedUnion("kind", [
  receiptLetterSchema,
  changeAnnouncedLetterSchema,
  emailChangedLetterSchema,
  reminderLetterSchema,
  activationCodeLetterSchema,
  signInOpenedLetterSchema,
  concernLetterSchema,
  erasedLetterSchema,
]);

export type Letter = z.infer<typeof letterSchema>;

/** What a letter says, in its language, down to who sends it. */
export function letterBody(letter: Letter): LetterBody {
  const { title, blocks } = ownBody(letter);
  return { title, blocks: [...blocks, { type: "paragraph", text: `${m.mail_signoff({}, letter)}\n${company.name}` }] };
}

function ownBody(letter: Letter): LetterBody {
  switch (letter.kind) {
    case "receipt": return receiptLetter(letter);
    case "change_announced": return changeAnnouncedLetter(letter);
    case "email_changed": return emailChangedLetter(letter);
    case "reminder": return reminderLetter(letter);
    case "activation_code": return activationCodeLetter(letter);
    case "sign_in_opened": return signInOpenedLetter(letter);
    case "concern_received":
    case "concern_answered": return concernLetter(letter);
    case "erased": return erasedLetter(letter);
  }
}

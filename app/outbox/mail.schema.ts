import { m } from "~/i18n/messages";
import type { Locale } from "~/i18n/locale";

/** What leaves by email or post; codes, which are of no customer's mail, stand apart. */
export const mailKinds = ["receipt", "change_announced", "email_changed", "reminder", "name_request_refused", "member_invited", "member_joined",
  "member_removed", "activation_code", "sign_in_opened", "concern_received", "concern_answered", "erased", "webhook_off", "sign_in_released", "staff_invited"] as const;
export type MailKind = (typeof mailKinds)[number];

/** What a mail or letter is, in words; in the request's language unless `locale` is given. */
export function mailWord(kind: MailKind, locale?: Locale): string {
  return words[kind]({}, locale && { locale });
}

const words: Record<MailKind, (inputs?: Record<string, never>, options?: { locale: Locale }) => string> = {
  receipt: m.desk_mail_receipt,
  change_announced: m.letters_kind_change_announced,
  email_changed: m.desk_mail_email_changed,
  reminder: m.desk_mail_reminder,
  name_request_refused: m.desk_mail_name_request_refused,
  member_invited: m.people_mail_invited,
  member_joined: m.people_mail_joined,
  member_removed: m.people_mail_removed,
  activation_code: m.access_mail_activation_code,
  sign_in_opened: m.access_mail_sign_in_opened,
  concern_received: m.concerns_mail_received,
  concern_answered: m.concerns_mail_answered,
  erased: m.rights_mail_erased,
  webhook_off: m.desk_mail_webhook_off,
  sign_in_released: m.tasks_mail_sign_in_released,
  staff_invited: m.staff_mail_invited,
};

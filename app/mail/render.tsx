import { render } from "@react-email/render";
import type { ReactElement } from "react";
import type { Mail } from "~emails/index";
import { CallerCode, callerCodeSubject } from "~emails/caller-code";
import { ChangeAnnounced, changeAnnouncedSubject } from "~emails/change-announced";
import { ConcernAnswered, concernAnsweredSubject } from "~emails/concern-answered";
import { ConcernReceived, concernReceivedSubject } from "~emails/concern-received";
import { EmailChanged, emailChangedSubject } from "~emails/email-changed";
import { MemberInvited, memberInvitedSubject } from "~emails/member-invited";
import { MemberJoined, memberJoinedSubject } from "~emails/member-joined";
import { MemberRemoved, memberRemovedSubject } from "~emails/member-removed";
import { Erased, erasedSubject } from "~emails/erased";
import { NameRequestAnswered, nameRequestAnsweredSubject } from "~emails/name-request-answered";
import { NewEmailCode, newEmailCodeSubject } from "~emails/new-email-code";
import { plainText } from "~emails/plain-text";
import { Receipt, receiptSubject } from "~emails/receipt";
import { Reminder, reminderSubject } from "~emails/reminder";
import { SignInCode, signInCodeSubject } from "~emails/sign-in-code";
import { SignInReleased, signInReleasedSubject } from "~emails/sign-in-released";
import { SignInUnknown, signInUnknownSubject } from "~emails/sign-in-unknown";
import { StaffInvited, staffInvitedSubject } from "~emails/staff-invited";
import { WebhookOff, webhookOffSubject } from "~emails/webhook-off";

export type RenderedMail = { subject: string; html: string; text: string };

/**
 * A mail as Resend takes it. The same mail always gives the same bytes, so that a retry with the
 * same idempotency key is the same request; the subject is one line whatever the mail holds.
 */
export async function renderMail(mail: Mail): Promise<RenderedMail> {
  const { subject, body } = compose(mail);
  const html = await render(body);
  return { subject: oneLine(subject), html, text: plainText(html) };
}

function compose(mail: Mail): { subject: string; body: ReactElement } {
  switch (mail.kind) {
    case "sign_in_code":
      return { subject: signInCodeSubject(mail), body: <SignInCode {...mail} /> };
    case "sign_in_unknown":
      return { subject: signInUnknownSubject(mail), body: <SignInUnknown {...mail} /> };
    case "new_email_code":
      return { subject: newEmailCodeSubject(mail), body: <NewEmailCode {...mail} /> };
    case "caller_code":
      return { subject: callerCodeSubject(mail), body: <CallerCode {...mail} /> };
    case "receipt":
      return { subject: receiptSubject(mail), body: <Receipt {...mail} /> };
    case "change_announced":
      return { subject: changeAnnouncedSubject(mail), body: <ChangeAnnounced {...mail} /> };
    case "email_changed":
      return { subject: emailChangedSubject(mail), body: <EmailChanged {...mail} /> };
    case "reminder":
      return { subject: reminderSubject(mail), body: <Reminder {...mail} /> };
    case "name_request_answered":
      return { subject: nameRequestAnsweredSubject(mail), body: <NameRequestAnswered {...mail} /> };
    case "member_invited":
      return { subject: memberInvitedSubject(mail), body: <MemberInvited {...mail} /> };
    case "member_joined":
      return { subject: memberJoinedSubject(mail), body: <MemberJoined {...mail} /> };
    case "member_removed":
      return { subject: memberRemovedSubject(mail), body: <MemberRemoved {...mail} /> };
    case "concern_received":
      return { subject: concernReceivedSubject(mail), body: <ConcernReceived {...mail} /> };
    case "concern_answered":
      return { subject: concernAnsweredSubject(mail), body: <ConcernAnswered {...mail} /> };
    case "erased":
      return { subject: erasedSubject(mail), body: <Erased {...mail} /> };
    case "sign_in_released":
      return { subject: signInReleasedSubject(mail), body: <SignInReleased {...mail} /> };
    case "staff_invited":
      return { subject: staffInvitedSubject(mail), body: <StaffInvited {...mail} /> };
    case "webhook_off":
      return { subject: webhookOffSubject(mail), body: <WebhookOff {...mail} /> };
  }
}

/** A line break in a subject would begin a header of its own. */
function oneLine(subject: string): string {
  return subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

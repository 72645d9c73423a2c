import { z } from "zod";
import { callerCodeSchema } from "./caller-code";
import { changeAnnouncedSchema } from "./change-announced";
import { concernAnsweredSchema } from "./concern-answered";
import { concernReceivedSchema } from "./concern-received";
import { emailChangedSchema } from "./email-changed";
import { memberInvitedSchema } from "./member-invited";
import { memberJoinedSchema } from "./member-joined";
import { memberRemovedSchema } from "./member-removed";
import { erasedSchema } from "./erased";
import { nameRequestAnsweredSchema } from "./name-request-answered";
import { newEmailCodeSchema } from "./new-email-code";
import { receiptSchema } from "./receipt";
import { reminderSchema } from "./reminder";
import { signInCodeSchema } from "./sign-in-code";
import { signInReleasedSchema } from "./sign-in-released";
import { signInUnknownSchema } from "./sign-in-unknown";
import { staffInvitedSchema } from "./staff-invited";
import { webhookOffSchema } from "./webhook-off";

/** Every mail there is, told apart by `kind`, for parsing what the outbox hands to the worker. */
export const mailSchema = z.discriminatedUnion("kind", [
  signInCodeSchema,
  signInUnknownSchema,
  newEmailCodeSchema,
  callerCodeSchema,
  receiptSchema,
  changeAnnouncedSchema,
  emailChangedSchema,
  reminderSchema,
  nameRequestAnsweredSchema,
  memberInvitedSchema,
  memberJoinedSchema,
  memberRemovedSchema,
  concernReceivedSchema,
  concernAnsweredSchema,
  erasedSchema,
  webhookOffSchema,
  signInReleasedSchema,
  staffInvitedSchema,
]);

export type Mail = z.infer<typeof mailSchema>;

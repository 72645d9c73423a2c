import { z } from "zod";
import { emailChangedSchema } from "./email-changed";
import { nameRequestAnsweredSchema } from "./name-request-answered";
import { newEmailCodeSchema } from "./new-email-code";
import { receiptSchema } from "./receipt";
import { reminderSchema } from "./reminder";
import { signInCodeSchema } from "./sign-in-code";
import { signInUnknownSchema } from "./sign-in-unknown";

/** Every mail there is, told apart by `kind`, for parsing what the outbox hands to the worker. */
export const mailSchema = z.discriminatedUnion("kind", [
  signInCodeSchema,
  signInUnknownSchema,
  newEmailCodeSchema,
  receiptSchema,
  emailChangedSchema,
  reminderSchema,
  nameRequestAnsweredSchema,
]);

export type Mail = z.infer<typeof mailSchema>;

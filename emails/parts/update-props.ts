import { z } from "zod";
import { channels, updateItemSchema } from "~/contact-details/contact-detail.schema";
import { locale } from "./props";

/** What every mail about an update says of it. `actor` is as the recipient sees it. */
export const updateProps = {
  locale,
  reference: z.string().min(1),
  occurredAt: z.iso.datetime({ offset: true }),
  channel: z.enum(channels),
  actor: z.enum(["you", "colleague", "link", "staff"]),
  actorName: z.string().nullable(),
  recipientName: z.string(),
  accountNumber: z.string(),
  items: z.array(updateItemSchema).min(1),
};

const updatePropsSchema = z.object(updateProps);
export type UpdateProps = z.infer<typeof updatePropsSchema>;

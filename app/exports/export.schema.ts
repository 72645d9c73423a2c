import { z } from "zod";
import { detailSchema } from "~/contact-details/detail.schema";
import { meSchema } from "~/desk/me.schema";
import { formats, scopes } from "./export";

/** A customer as an export hands them out: everything that they are known and reached by, and how it is known. */
const exportedCustomerSchema = z.object({
  accountNumber: z.string(),
  kind: z.enum(["person", "company"]),
  locale: z.enum(["de", "en", "hu"]),
  contactBy: z.enum(["email", "post"]),
  yearlySpend: z.number(),
  birthDate: z.iso.date().nullable(),
  remindersOptOut: z.boolean(),
  since: z.iso.datetime({ offset: true }),
  details: z.array(detailSchema),
});
export type ExportedCustomer = z.infer<typeof exportedCustomerSchema>;

/** The next customers of an export; `more` says whether to ask again. */
export const exportPageSchema = z.object({ customers: z.array(exportedCustomerSchema), more: z.boolean() });

/** An export in the log; `customers` were handed out, the last of them with `lastAccount`. */
const loggedExportSchema = z.object({
  id: z.uuid(),
  by: z.string(),
  scope: z.enum(scopes),
  format: z.enum(formats),
  beganAt: z.iso.datetime({ offset: true }),
  endedAt: z.iso.datetime({ offset: true }).nullable(),
  state: z.enum(["running", "completed", "broken_off"]),
  customers: z.number().int(),
  lastAccount: z.string().nullable(),
});
export type LoggedExport = z.infer<typeof loggedExportSchema>;

export const exportLogSchema = z.object({ me: meSchema, exports: z.array(loggedExportSchema) });

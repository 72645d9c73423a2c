import { z } from "zod";
import { addressSchema } from "~/contact-details/contact-detail.schema";
import { locales } from "~/i18n/locale";

const moment = z.iso.datetime({ offset: true });

/** Letters that wait for a printer and go to one recipient together, named by the oldest of them. */
export const waitingEnvelopeSchema = z.object({
  id: z.uuid(),
  since: moment,
  accountNumber: z.string(),
  name: z.string().nullable(),
  country: z.string(),
  kinds: z.array(z.string()),
});
export type WaitingEnvelope = z.infer<typeof waitingEnvelopeSchema>;

/** Envelopes that somebody took to a printer; `over` when they have lain there too long. */
export const batchSchema = z.object({
  id: z.uuid(),
  printedBy: z.string(),
  mine: z.boolean(),
  until: moment,
  over: z.boolean(),
  letters: z.number().int(),
  envelopes: z.number().int(),
});
export type Batch = z.infer<typeof batchSchema>;

/** An envelope of a batch; what its letters say is read by whoever composes them. */
export const printedEnvelopeSchema = z.object({
  accountNumber: z.string(),
  name: z.string(),
  address: addressSchema,
  locale: z.enum(locales),
  letters: z.array(z.looseObject({ id: z.uuid(), kind: z.string() })),
});

import { z } from "zod";
import { channels, detailKinds } from "~/contact-details/contact-detail";
import { kindLabel } from "~/contact-details/labels";
import type { Db } from "~/db/client.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import type { Pulse } from "./pulse";

const pulseSchema = z.object({
  stamp: z.string(),
  update: z.object({
    reference: z.string(),
    occurredAt: z.iso.datetime({ offset: true }),
    channel: z.enum(channels),
    by: z.enum(["customer", "staff", "import"]),
    name: z.string().nullable(),
    kinds: z.array(z.enum(detailKinds)).nullable(),
  }).nullable(),
});

/** Whether a record is still as it was shown, and the newest update in a sentence without values. No look at the record. */
export async function readPulse(db: Db, account: string): Promise<Pulse> {
  const { stamp, update } = await db.call("record_pulse", { account }, pulseSchema);
  if (!update) return { stamp, reference: null, words: null };
  const { reference, occurredAt, by, name, kinds } = update;
  const told = { time: timeOfDay(occurredAt, getLocale()), what: (kinds ?? []).map((kind) => kindLabel(kind)).join(", ") };
  return { stamp, reference, words: by === "staff" ? m.record_news_staff({ ...told, name: name ?? "" }) : by === "import" ? m.record_news_import(told) : m.record_news_customer(told) };
}

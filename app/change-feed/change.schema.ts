import { z } from "zod";
import { channels, detailKinds } from "~/contact-details/contact-detail";
import { detailValueSchema, itemOps } from "~/contact-details/contact-detail.schema";

const moment = z.iso.datetime({ offset: true });

/** One detail that an update added, changed, removed or confirmed. */
export const changeItemSchema = z.object({
  detail: z.uuid().describe("The detail's id, the same for as long as it exists. Keep it beside your copy."),
  kind: z.enum(detailKinds),
  op: z.enum(itemOps)
    .describe("`confirm`: somebody said that the value is still right. `make_primary`: it is now the first of its kind. `place`: its label or its site changed. "
      + "`cancel`: what was to count from a day ahead will not; the value that counts stays."),
  label: z.string().nullable().describe("Such as the name of a site."),
  site: z.uuid().nullable().describe("The shipping address that the detail belongs to, if it belongs to one."),
  version: z.int().describe("Rises with each change of the detail. Ignore an entry whose version is lower than the one you have."),
  value: detailValueSchema.nullable()
    .describe("The value that holds now: a phone or fax number (E.164), an email address, a name or an address; null when it was removed or erased."),
  validFrom: z.iso.date().nullable()
    .describe("The day from which the value counts; it may lie ahead, and then a later change that counts at once leaves it standing. "
      + "Null when nothing new counts, when the value was replaced on its first day, or when it was cancelled before it."),
});

/** One saved set of changes, as other systems get it. */
export const changeSchema = z.object({
  reference: z.string().describe("The reference that the customer has as well; unique."),
  occurredAt: moment,
  channel: z.enum(channels).describe("How it reached us."),
  accountNumber: z.string(),
  actor: z.enum(["customer", "staff", "import"]),
  items: z.array(changeItemSchema),
});

/** One page of the feed. */
export const changePageSchema = z.object({
  changes: z.array(changeSchema),
  cursor: z.string().describe("Where to go on. Keep it once you have stored the changes above."),
  more: z.boolean().describe("There are more changes already: ask again at once."),
  heldBackSince: moment.nullable()
    .describe("Changes from this moment on wait until an older transaction of the database has ended; null while none waits."),
});

/** Why there is no answer (RFC 9457). */
export const problemSchema = z.object({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  code: z.string().describe("A word for programs, such as `bad_cursor`."),
});

import { z } from "zod";
import { formatPhone } from "~/contact-details/phone";
import type { Db } from "~/db/client.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import { company } from "../../kartei.config";
import type { Hit } from "./hit-list";
import { meSchema } from "./me.schema";

const customer = { accountNumber: z.string(), name: z.string().nullable(), erased: z.boolean(), place: z.string().nullable(), stale: z.boolean() };
const recentSchema = z.object({ me: meSchema, recent: z.array(z.object({ ...customer, viewedAt: z.iso.datetime({ offset: true }) })) });
const foundSchema = z.object({
  me: meSchema,
  hits: z.array(z.object({
    ...customer,
    matched: z.enum(["account_number", "number", "email", "postcode", "name"]),
    matchedText: z.string().nullable(),
  })),
});
type Found = z.infer<typeof foundSchema>["hits"][number];

/** The records that the reader opened last. */
export async function readRecent(db: Db) {
  const { me, recent } = await db.call("desk_recent", {}, recentSchema);
  return { me, hits: recent.map(({ viewedAt, ...hit }) => viewHit(hit, m.desk_recent_when({ when: shortMoment(viewedAt, getLocale()) }))) };
}

/** At most twenty customers for whatever was typed, likeliest first; `exact` is the account number that was typed out. */
export async function searchCustomers(db: Db, query: string) {
  const { me, hits } = await db.call("desk_search", { query }, foundSchema);
  const [first] = hits;
  return {
    me,
    hits: hits.map((hit) => viewHit(hit, whatMatched(hit))),
    exact: first?.matched === "account_number" && hits.length === 1 ? first.accountNumber : null,
  };
}

function viewHit({ accountNumber, name, erased, place, stale }: Omit<Found, "matched" | "matchedText">, remark: string): Hit {
  return { accountNumber, name: erased ? m.rights_erased_name() : name ?? accountNumber, place: place ?? "", stale, remark };
}

function whatMatched({ matched, matchedText }: Found): string {
  if (matched === "name") return m.desk_matched_name();
  if (matched === "account_number") return m.desk_matched_account_number();
  const text = matchedText ?? "";
  if (matched === "postcode") return m.desk_matched_postcode({ text });
  return matched === "number" ? m.desk_matched_number({ text: formatPhone(text, company.defaultCountry) }) : text;
}

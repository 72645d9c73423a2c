import { z } from "zod";
import { formatPhone } from "~/contact-details/phone";
import type { Db } from "~/db/client.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import { paths } from "~/paths";
import { company } from "../../kartei.config";
import type { Hit } from "./hit-list";
import { meSchema } from "./me.schema";

const customer = { accountNumber: z.string(), name: z.string().nullable(), erased: z.boolean(), place: z.string().nullable(), stale: z.boolean() };
const recentSchema = z.object({ me: meSchema, recent: z.array(z.object({ ...customer, viewedAt: z.iso.datetime({ offset: true }) })) });
const keys = ["account_number", "update", "concern", "document"] as const;
const ways = [...keys, "account_number_like", "number", "former_number", "email", "postcode", "name", "site"] as const;

/** A customer found, and by what; `matchedText` is what of theirs was met. */
export const foundSchema = z.object({ ...customer, matched: z.enum(ways), matchedText: z.string().nullable() });
type Found = z.infer<typeof foundSchema>;
const answerSchema = z.object({ me: meSchema, hits: z.array(foundSchema) });

/** The records that the reader opened last. */
export async function readRecent(db: Db) {
  const { me, recent } = await db.call("desk_recent", {}, recentSchema);
  return { me, hits: recent.map(({ viewedAt, ...hit }) => viewHit(hit, m.desk_recent_when({ when: shortMoment(viewedAt, getLocale()) }))) };
}

/**
 * At most twenty customers for whatever was typed, likeliest first; `exact` is the record that an account number, a
 * reference or a document's number leads to.
 */
export async function searchCustomers(db: Db, query: string) {
  const { me, hits } = await db.call("desk_search", { query }, answerSchema);
  const [first] = hits;
  const known = first !== undefined && hits.length === 1 && keys.some((key) => key === first.matched);
  return { me, hits: hits.map(viewFound), exact: known ? recordOf(first) : null };
}

/** Whose number a call comes from; `exact` is the record of the only one who has it now. */
export async function searchCaller(db: Db, number: string) {
  const { me, hits } = await db.call("desk_call", { number }, answerSchema);
  const [first] = hits;
  return { me, hits: hits.map(viewFound), exact: first?.matched === "number" && hits.length === 1 ? paths.record(first.accountNumber) : null };
}

/** A customer found, as a list to choose from shows it. */
export function viewFound(hit: Found): Hit {
  return viewHit(hit, whatMatched(hit));
}

// The history of a record has each update under its reference.
function recordOf({ accountNumber, matched, matchedText }: Found): string {
  return paths.record(accountNumber) + (matched === "update" ? `#${matchedText ?? ""}` : "");
}

function viewHit({ accountNumber, name, erased, place, stale }: Omit<Found, "matched" | "matchedText">, remark: string): Hit {
  return { accountNumber, name: erased ? m.rights_erased_name() : name ?? accountNumber, place: place ?? "", stale, remark };
}

function whatMatched({ matched, matchedText }: Found): string {
  const text = matchedText ?? "";
  if (matched === "number") return m.desk_matched_number({ text: formatPhone(text, company.defaultCountry) });
  if (matched === "former_number") return m.finding_matched_former_number({ text: formatPhone(text, company.defaultCountry) });
  return words[matched]({ text });
}

const words: Record<Exclude<Found["matched"], "number" | "former_number">, (inputs: { text: string }) => string> = {
  account_number: m.desk_matched_account_number,
  account_number_like: m.finding_matched_account_number_like,
  update: m.finding_matched_update,
  concern: m.finding_matched_concern,
  document: m.finding_matched_document,
  email: ({ text }) => text,
  postcode: m.desk_matched_postcode,
  name: m.finding_matched_name,
  site: m.finding_matched_site,
};

import type { Sql } from "postgres";
import { createRandom, type Random } from "../../server/seed/random.ts";

/** What somebody at the desk types to find a customer, by kind. */
export type Queries = Record<QueryKind, string[]>;

export const queryKinds = [
  "account", "account_slip", "update", "document", "phone", "phone_end", "phone_six", "phone_five", "email", "email_start", "postcode", "name", "name_typo", "name_start", "name_common", "name_rare",
  "company", "site",
] as const;
export type QueryKind = (typeof queryKinds)[number];

interface Sample {
  account: string;
  update: string | null;
  document: string | null;
  phone: string | null;
  email: string | null;
  postcode: string | null;
  given: string | null;
  family: string | null;
  company: string | null;
  site: string | null;
}

/**
 * So many searches of each kind, drawn from customers of the database:
 * account, email and postcode as stored (postcodes are shared by thousands); account_slip with two neighbouring digits
 * swapped; update a reference and document a number, both in small letters without their dashes; phone in any of six
 * writings; phone_end its last six to eight digits, phone_six and phone_five its last six and five; email_start what stands before the "@"; name given and family; name_typo the family name
 * with one letter wrong; name_start its first three to six letters; name_common one of the forty most frequent family
 * names alone; name_rare one of those that fewest have; company two words of its name; site its label.
 */
export async function drawQueries(sql: Sql, count: number, seed = 7): Promise<Queries> {
  const random = createRandom(seed);
  const samples = await drawSamples(sql, count * 6);
  const of = (write: (sample: Sample) => string | false | null | undefined) => samples.map(write).filter((query) => query).slice(0, count) as string[];
  const [common, rare] = await familyNames(sql);
  return {
    account: of(({ account }) => account),
    account_slip: of(({ account }) => swapped(random, account)),
    update: of(({ update }) => update?.toLowerCase().replace("-", "")),
    document: of(({ document }) => document?.toLowerCase().replaceAll("-", "")),
    phone: of(({ phone }) => phone && phoneWritten(random, phone)),
    phone_end: of(({ phone }) => phone?.slice(-random.int(6, 8))),
    phone_six: of(({ phone }) => phone?.slice(-6)),
    phone_five: of(({ phone }) => phone?.slice(-5)),
    email: of(({ email }) => email),
    email_start: of(({ email }) => email && `${email.split("@")[0]}@`),
    postcode: of(({ postcode }) => postcode),
    name: of(({ given, family }) => given && family && `${given} ${family}`),
    name_typo: of(({ family }) => family && family.length > 3 && misspelt(random, family)),
    name_start: of(({ family }) => family && family.slice(0, random.int(3, 6))),
    name_common: Array.from({ length: count }, () => random.pick(common)),
    name_rare: Array.from({ length: count }, () => random.pick(rare)),
    company: of(({ company }) => company?.split(" ").slice(0, 2).join(" ")),
    site: of(({ site }) => site),
  };
}

async function drawSamples(sql: Sql, count: number): Promise<Sample[]> {
  const [size] = await sql<{ customers: number }[]>`select greatest(reltuples, 1)::float8 as customers from pg_class where oid = 'public.customers'::regclass`;
  const share = Math.min(100, (count * 300) / (size?.customers ?? 1));
  return sql<Sample[]>`
    with drawn as (select id, account_number from public.customers tablesample bernoulli (${share}) order by random() limit ${count})
    select c.account_number as account,
      (select u.reference from public.updates u where u.customer_id = c.id limit 1) as update,
      (select d.number from public.documents d where d.customer_id = c.id limit 1) as document,
      max(d.value #>> '{}') filter (where d.kind = 'phone') as phone,
      max(d.value #>> '{}') filter (where d.kind = 'email') as email,
      max(d.value->>'postcode') filter (where d.kind = 'billing_address') as postcode,
      max(d.value->>'given') as given, max(nullif(d.value->>'family', '')) as family, max(d.value->>'company') as company,
      max(d.label) filter (where d.kind = 'shipping_address') as site
    from drawn c join private.current_details d on d.customer_id = c.id
    group by c.id, c.account_number order by random()`;
}

async function familyNames(sql: Sql): Promise<[common: string[], rare: string[]]> {
  const names = await sql<{ family: string }[]>`
    select v.value->>'family' as family
    from public.contact_details d tablesample bernoulli (20) join public.contact_detail_values v on v.detail_id = d.id
    where d.kind = 'name' and v.value->>'family' <> '' group by 1 order by count(*) desc, 1`;
  const families = names.map(({ family }) => family);
  return [families.slice(0, 40), families.slice(-400)];
}

function swapped(random: Random, digits: string): string {
  const place = random.int(0, digits.length - 2);
  return digits.slice(0, place) + digits.charAt(place + 1) + digits.charAt(place) + digits.slice(place + 2);
}

/** "+4930…" as people type it: with 0, 00 or +, with blanks, slashes and dashes. */
function phoneWritten(random: Random, e164: string): string {
  const country = e164.startsWith("+36") || e164.startsWith("+43") || e164.startsWith("+44") || e164.startsWith("+49") ? 3 : 2;
  const national = e164.slice(country);
  const trunk = e164.startsWith("+36") ? "06" : "0";
  const [area, rest] = [national.slice(0, 3), national.slice(3)];
  return random.pick([
    e164, `00${e164.slice(1)}`, `${trunk}${national}`, `${trunk}${area}/${rest}`, `(${trunk}${area}) ${rest.slice(0, 3)} ${rest.slice(3)}`,
    `${e164.slice(0, country)} ${area} ${rest.slice(0, 4)}-${rest.slice(4)}`,
  ]);
}

/** One letter left out, doubled, replaced, or two neighbours swapped; the first one stays. */
function misspelt(random: Random, word: string): string {
  const place = random.int(1, word.length - 2);
  const [before, letter, next, after] = [word.slice(0, place), word.charAt(place), word.charAt(place + 1), word.slice(place + 2)];
  return random.pick([
    before + next + after,
    before + letter + letter + next + after,
    `${before}${random.pick([..."aeinrst"])}${next}${after}`,
    before + next + letter + after,
  ]);
}

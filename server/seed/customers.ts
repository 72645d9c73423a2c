import { accountNumber } from "./account-number.ts";
import { drawPlace } from "./address.ts";
import { type Calendar, createCalendar } from "./calendar.ts";
import { drawCompanyDetails } from "./company-details.ts";
import { drawCompanyName } from "./company-name.ts";
import { firstLogin, markPrimaries } from "./detail.ts";
import { drawDocuments } from "./documents.ts";
import type { Draft } from "./draft.ts";
import { namedCustomers } from "./named-customers.ts";
import { drawPersonDetails } from "./person-details.ts";
import { drawPersonName, writeName } from "./person-name.ts";
import { createRandom, type Random } from "./random.ts";
import type { SeedCustomer } from "./seed-customer.ts";
import { drawUpkeep, shareMoments } from "./upkeep.ts";

/**
 * Believable customers, one after the other, in constant memory: first those with a name in the
 * demo, then drawn ones. The same seed and day always give the same customers, and a larger count
 * only adds to them. Dates count back from `today` (ISO date).
 * Account numbers, document numbers and emails never repeat. Throws a RangeError for a `today`
 * that is no date, and past 9,000,000 customers.
 */
export function* customers(count: number, { seed, today }: { seed: number; today: string }): Generator<SeedCustomer> {
  const calendar = createCalendar(today);
  const random = createRandom(seed);
  const named = namedCustomers(calendar);
  for (let serial = 0; serial < count; serial++) {
    yield named[serial] ?? drawCustomer(random, calendar, serial);
  }
}

const markets = [
  { share: 0.53, country: "DE", locale: "de" },
  { share: 0.02, country: "DE", locale: "en" },
  { share: 0.18, country: "AT", locale: "de" },
  { share: 0.17, country: "HU", locale: "hu" },
  { share: 0.1, country: "GB", locale: "en" },
] as const;

function drawCustomer(random: Random, calendar: Calendar, serial: number): SeedCustomer {
  const { country, locale } = random.pickByShare(markets);
  const place = drawPlace(random, country);
  const draft = { serial, random, calendar, country, locale, place, upkeep: drawUpkeep(random), hasEmail: random.chance(0.88) };
  return random.chance(0.72) ? drawPerson(draft) : drawCompany(draft);
}

function drawPerson(draft: Draft): SeedCustomer {
  const { random, calendar, country } = draft;
  const name = drawPersonName(random, country);
  const details = shareMoments(markPrimaries(drawPersonDetails(draft, name)));
  return {
    ...drawAccount(draft, random.logNormal(180, 1.1)),
    kind: "person",
    birthDate: calendar.dateBefore(random.int(18 * 365 + 5, 92 * 365)),
    details,
    logins: firstLogin(details, writeName(name, country)),
  };
}

function drawCompany(draft: Draft): SeedCustomer {
  const { random, country } = draft;
  const details = shareMoments(markPrimaries(drawCompanyDetails(draft, drawCompanyName(random, country))));
  return {
    ...drawAccount(draft, random.logNormal(6000, 1.3)),
    kind: "company",
    birthDate: null,
    details,
    logins: firstLogin(details, writeName(drawPersonName(random, country), country)),
  };
}

/** What persons and companies have in common. */
function drawAccount(draft: Draft, spend: number) {
  const { serial, random, calendar, country, locale, upkeep, hasEmail } = draft;
  const yearlySpend = Math.round(spend * 100) / 100;
  return {
    accountNumber: accountNumber(serial),
    locale,
    country,
    yearlySpend,
    contactBy: hasEmail && random.chance(0.92) ? "email" : "post",
    remindersOptOut: random.chance(0.03),
    documents: drawDocuments(random, calendar, { serial, country, yearlySpend, customerForDays: upkeep.customerForDays }),
  } as const;
}

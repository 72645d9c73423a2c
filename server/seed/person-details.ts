import { drawHomeAddress, drawPlace } from "./address.ts";
import { detail } from "./detail.ts";
import type { Draft } from "./draft.ts";
import { drawPrivateEmail, drawWorkEmail } from "./email-address.ts";
import { detailLabels } from "./labels.ts";
import { countryPlaces } from "./places.ts";
import type { PersonName, SeedDetail } from "./seed-customer.ts";
import { drawProvenance } from "./upkeep.ts";

/** Draws a person's details: name, home, other places to deliver to, phones, seldom a fax, emails. */
export function drawPersonDetails(draft: Draft, name: PersonName): SeedDetail[] {
  const { random, country, place } = draft;
  return [
    detail("name", name, known(draft)),
    detail("billing_address", drawHomeAddress(random, country, place), known(draft)),
    ...drawDeliveryPlaces(draft),
    ...drawPhones(draft),
    ...(random.chance(0.04) ? [detail("fax", random.fill(place.landline), known(draft))] : []),
    ...(draft.hasEmail ? drawEmails(draft, name) : []),
  ];
}

const known = ({ random, calendar, upkeep }: Draft) => drawProvenance(random, calendar, upkeep);

function drawDeliveryPlaces(draft: Draft): SeedDetail[] {
  const { random, country, locale } = draft;
  const count = random.pickByShare([
    { share: 0.6, places: 0 },
    { share: 0.33, places: 1 },
    { share: 0.07, places: 2 },
  ]).places;
  const { homes } = detailLabels[locale];
  const first = random.int(0, homes.length - 2);
  return homes.slice(first, first + count).map((label) => {
    const place = random.chance(0.4) ? draft.place : drawPlace(random, country);
    return detail("shipping_address", drawHomeAddress(random, country, place), known(draft), { label });
  });
}

function drawPhones(draft: Draft): SeedDetail[] {
  const { random, country, place } = draft;
  const { mobile, home, work } = detailLabels[draft.locale].phones;
  const phones: SeedDetail[] = [];
  const add = (pattern: string, label: string) => phones.push(detail("phone", random.fill(pattern), known(draft), { label }));
  if (random.chance(0.82)) add(random.pick(countryPlaces[country].mobiles), mobile);
  if (random.chance(0.5) || phones.length === 0) add(place.landline, home);
  if (random.chance(0.15)) add(place.landline, work);
  return phones;
}

function drawEmails(draft: Draft, name: PersonName): SeedDetail[] {
  const { random, serial, locale } = draft;
  const first = detail("email", drawPrivateEmail(random, name, serial), known(draft), { verified: random.chance(0.8) });
  if (!random.chance(0.08)) return [first];
  const label = detailLabels[locale].phones.work;
  return [first, detail("email", drawWorkEmail(random, name, serial), known(draft), { label, verified: random.chance(0.3) })];
}

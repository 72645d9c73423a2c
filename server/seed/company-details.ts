import { drawBusinessAddress, drawPlace } from "./address.ts";
import { detail } from "./detail.ts";
import type { Draft } from "./draft.ts";
import { drawCompanyDomain } from "./email-address.ts";
import { detailLabels } from "./labels.ts";
import { countryPlaces } from "./places.ts";
import type { Random } from "./random.ts";
import type { SeedDetail } from "./seed-customer.ts";
import { drawProvenance } from "./upkeep.ts";

/** Draws a company's details: head office, sites with their own phones and faxes, central phones, emails. */
export function drawCompanyDetails(draft: Draft, company: string): SeedDetail[] {
  const { random, country, place } = draft;
  const details: SeedDetail[] = [
    detail("name", { company }, known(draft)),
    detail("billing_address", drawBusinessAddress(random, country, place), known(draft)),
    ...drawCentralPhones(draft),
    ...(draft.hasEmail ? drawEmails(draft, company) : []),
  ];
  const siteCount = drawSiteCount(random);
  for (let position = 0; position < siteCount; position++) addSite(draft, details, position);
  return details;
}

const known = ({ random, calendar, upkeep }: Draft) => drawProvenance(random, calendar, upkeep);

function drawSiteCount(random: Random): number {
  const { from, to } = random.pickByShare([
    { share: 0.3, from: 0, to: 0 },
    { share: 0.45, from: 1, to: 1 },
    { share: 0.22, from: 2, to: 4 },
    { share: 0.03, from: 5, to: 12 },
  ]);
  return random.int(from, to);
}

function drawCentralPhones(draft: Draft): SeedDetail[] {
  const { random, country, place } = draft;
  const { main, purchasing, mobile } = detailLabels[draft.locale].phones;
  const phones: SeedDetail[] = [detail("phone", random.fill(place.landline), known(draft), { label: main })];
  if (random.chance(0.25)) phones.push(detail("phone", random.fill(place.landline), known(draft), { label: purchasing }));
  if (random.chance(0.3)) {
    const number = random.fill(random.pick(countryPlaces[country].mobiles));
    phones.push(detail("phone", number, known(draft), { label: mobile }));
  }
  if (random.chance(0.55)) phones.push(detail("fax", random.fill(place.landline), known(draft), { label: main }));
  return phones;
}

function drawEmails(draft: Draft, company: string): SeedDetail[] {
  const { random, serial, locale } = draft;
  const { mailboxes, accounts } = detailLabels[locale];
  const domain = drawCompanyDomain(random, company, serial);
  const main = `${random.pick(mailboxes.main)}@${domain}`;
  const emails: SeedDetail[] = [detail("email", main, known(draft), { verified: random.chance(0.8) })];
  if (random.chance(0.35)) {
    const value = `${mailboxes.accounts}@${domain}`;
    emails.push(detail("email", value, known(draft), { label: accounts, verified: random.chance(0.5) }));
  }
  return emails;
}

/** Adds the shipping address of one site and what belongs to it. */
function addSite(draft: Draft, details: SeedDetail[], position: number): void {
  const { random, country, locale } = draft;
  const place = drawPlace(random, country);
  const site = details.length;
  const label = siteLabel(detailLabels[locale].sites, position, place.city);
  details.push(detail("shipping_address", drawBusinessAddress(random, country, place), known(draft), { label }));
  const phone = detailLabels[locale].phones.site;
  if (random.chance(0.8)) details.push(detail("phone", random.fill(place.landline), known(draft), { label: phone, site }));
  if (random.chance(0.25)) details.push(detail("fax", random.fill(place.landline), known(draft), { label: phone, site }));
}

/** "Lager Leipzig", and from the second round on "Lager Leipzig 2", so that no two sites share a label. */
function siteLabel(patterns: readonly string[], position: number, city: string): string {
  const round = Math.floor(position / patterns.length) + 1;
  const label = (patterns[position % patterns.length] ?? "{city}").replace("{city}", city);
  return round === 1 ? label : `${label} ${round}`;
}

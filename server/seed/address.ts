import { countryPlaces, type Place } from "./places.ts";
import type { Random } from "./random.ts";
import type { Address, Country } from "./seed-customer.ts";

const businessParks: Record<Country, readonly string[]> = {
  DE: ["Gewerbepark Nord", "Gewerbegebiet Am Kreuz", "Tor 3", "Hafencenter, Halle 7"],
  AT: ["Gewerbepark Süd", "Industriezentrum West", "Halle 4"],
  HU: ["Ipari Park", "Logisztikai Központ, B épület", "2. csarnok"],
  GB: ["Unit 4, Canal Works", "Riverside Business Park", "The Old Foundry"],
};

/** Draws a town, large ones more often than small ones. */
export function drawPlace(random: Random, country: Country): Place {
  return random.pickEarly(countryPlaces[country].places);
}

/** Draws an address in the town where somebody lives. */
export function drawHomeAddress(random: Random, country: Country, place: Place): Address {
  const street = drawStreet(random, country);
  if (!random.chance(0.3)) return addressAt(random, country, place, [street]);
  return addressAt(random, country, place, withFlat(random, country, street));
}

/** Draws an address in the town where a company has its office or a site. */
export function drawBusinessAddress(random: Random, country: Country, place: Place): Address {
  const street = drawStreet(random, country);
  const lines = random.chance(0.3) ? [random.pick(businessParks[country]), street] : [street];
  return addressAt(random, country, place, lines);
}

function addressAt(random: Random, country: Country, place: Place, lines: string[]): Address {
  return { country, lines, postcode: random.fill(random.pick(place.postcodes)), city: place.city, area: "" };
}

/** Street and house number in the order and punctuation of the country. */
function drawStreet(random: Random, country: Country): string {
  const street = random.pick(countryPlaces[country].streets);
  const number = random.int(1, random.chance(0.7) ? 40 : 180);
  if (country === "GB") return `${number} ${street}`;
  if (country === "HU") return `${street} ${number}.`;
  return `${street} ${number}${random.chance(0.12) ? random.pick(["a", "b", "c"]) : ""}`;
}

function withFlat(random: Random, country: Country, street: string): string[] {
  switch (country) {
    case "DE":
      return [random.pick(["Hinterhaus", "Seitenflügel links", "3. OG rechts", "Wohnung 12", "c/o Brandt"]), street];
    case "AT":
      return [`${street}/${random.int(1, 4)}/${random.int(1, 28)}`];
    case "HU":
      return [`${street} ${random.pick(["fszt.", "I. em.", "II. em.", "IV. em."])} ${random.int(1, 12)}.`];
    case "GB":
      return [`Flat ${random.int(1, 24)}`, street];
  }
}

import { countryNames, singleNames } from "./names.ts";
import type { Random } from "./random.ts";
import type { Country, PersonName } from "./seed-customer.ts";

/** Draws a name as people of the country bear it; a few have a single name. */
export function drawPersonName(random: Random, country: Country): PersonName {
  if (random.chance(0.004)) return { given: random.pick(singleNames), family: "" };
  const { women, men, nobles } = countryNames[country];
  const woman = random.chance(0.52);
  if (country === "HU" && woman && random.chance(0.08)) return drawMarriedName(random, men);
  const given = random.pick(woman ? women : men);
  if (nobles.length > 0 && random.chance(0.01)) return { given, family: random.pick(nobles) };
  return { given, family: drawFamilyName(random, country) };
}

/** The traditional Hungarian name of a wife: Kovács Jánosné, or Kovácsné Szabó Ilona. */
function drawMarriedName(random: Random, men: readonly string[]): PersonName {
  const husband = drawPlainFamilyName(random, "HU");
  if (random.chance(0.5)) return { given: `${random.pick(men)}né`, family: husband };
  const { women } = countryNames.HU;
  return { given: random.pick(women), family: `${husband}né ${drawPlainFamilyName(random, "HU")}` };
}

/** A family name, now and then of two parts. */
export function drawFamilyName(random: Random, country: Country): string {
  const family = drawPlainFamilyName(random, country);
  if (!random.chance(0.05)) return family;
  const second = drawPlainFamilyName(random, country);
  return second === family ? family : `${family}-${second}`;
}

function drawPlainFamilyName(random: Random, country: Country): string {
  const { families, stems, endings } = countryNames[country];
  return random.chance(0.8) ? random.pickEarly(families) : random.pick(stems) + random.pick(endings);
}

/** The name as its bearer writes it: family name first in Hungarian. */
export function writeName({ given, family }: PersonName, country: Country): string {
  const parts = country === "HU" ? [family, given] : [given, family];
  return parts.filter((part) => part !== "").join(" ");
}

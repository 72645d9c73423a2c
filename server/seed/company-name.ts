import { companyPatterns } from "./companies.ts";
import { countryNames } from "./names.ts";
import { drawFamilyName } from "./person-name.ts";
import type { Random } from "./random.ts";
import type { Country } from "./seed-customer.ts";

/** Draws a company's name with a legal form of its country. */
export function drawCompanyName(random: Random, country: Country): string {
  const { patterns, brands, trades } = companyPatterns[country];
  const parts: Record<string, () => string> = {
    family: () => drawFamilyName(random, country),
    partner: () => drawFamilyName(random, country),
    given: () => random.pick(random.chance(0.5) ? countryNames[country].women : countryNames[country].men),
    brand: () => random.pick(brands),
    trade: () => random.pick(trades),
  };
  return random.pick(patterns).replace(/\{(\w+)\}/g, (hole, part: string) => parts[part]?.() ?? hole);
}

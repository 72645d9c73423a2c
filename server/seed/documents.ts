import type { Calendar } from "./calendar.ts";
import type { Random } from "./random.ts";
import type { Country, Currency, SeedDocument } from "./seed-customer.ts";

export const mostDocuments = 8;
const threeYears = 3 * 365;

const currencies: Record<Country, { currency: Currency; perEuro: number; decimals: 0 | 2 }> = {
  DE: { currency: "EUR", perEuro: 1, decimals: 2 },
  AT: { currency: "EUR", perEuro: 1, decimals: 2 },
  GB: { currency: "GBP", perEuro: 0.86, decimals: 2 },
  HU: { currency: "HUF", perEuro: 395, decimals: 0 },
};

type Buyer = { serial: number; country: Country; yearlySpend: number; customerForDays: number };

/** Draws one to eight invoices and delivery notes of the last three years, the oldest first. */
export function drawDocuments(random: Random, calendar: Calendar, buyer: Buyer): SeedDocument[] {
  const count = random.int(1, mostDocuments);
  const longestAgo = Math.min(buyer.customerForDays, threeYears);
  const ages = Array.from({ length: count }, () => random.int(1, longestAgo)).toSorted((a, b) => b - a);
  const typical = (buyer.yearlySpend * longestAgo) / 365 / count;
  return ages.map((age, position) => {
    const kind = random.chance(0.7) ? "invoice" : "delivery_note";
    const issuedOn = calendar.dateBefore(age);
    const number = documentNumber(kind, issuedOn, buyer.serial * mostDocuments + position);
    return { number, kind, issuedOn, ...inCurrency(buyer.country, random.logNormal(typical, 0.4)) };
  });
}

/** A number such as RE-2025-104233: Rechnung or Lieferschein, year, running number. */
export function documentNumber(kind: SeedDocument["kind"], issuedOn: string, running: number): string {
  return `${kind === "invoice" ? "RE" : "LS"}-${issuedOn.slice(0, 4)}-${100_000 + running}`;
}

function inCurrency(country: Country, euros: number): { amount: number; currency: Currency } {
  const { currency, perEuro, decimals } = currencies[country];
  const scale = 10 ** decimals;
  return { amount: Math.round(euros * perEuro * scale) / scale, currency };
}

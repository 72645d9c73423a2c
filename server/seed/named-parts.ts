import type { Calendar } from "./calendar.ts";
import { documentNumber, mostDocuments } from "./documents.ts";
import type { Address, Channel, Country, Currency, Provenance, SeedDocument } from "./seed-customer.ts";

const nineOClock = 9 * 60;

/** Parts of the customers whose every word is chosen, not drawn. Days count back from today. */
export type NamedParts = ReturnType<typeof namedParts>;

/** The parts for one customer. */
export function namedParts(calendar: Calendar, serial: number) {
  const confirmed = (
    daysAgo: number,
    confirmedBy: "customer" | "staff" | "import",
    channel: Channel,
    knownForDays = daysAgo + 400,
  ): Provenance => ({
    knownSince: calendar.dateBefore(knownForDays),
    confirmedAt: calendar.instantBefore(daysAgo, nineOClock + (daysAgo % 480)),
    confirmedBy,
    channel,
  });

  const unconfirmed = (knownForDays: number, channel: Channel): Provenance => ({
    knownSince: calendar.dateBefore(knownForDays),
    confirmedAt: null,
    confirmedBy: null,
    channel,
  });

  /** Documents in the order given, oldest first: kind, days ago, amount. */
  const issued = (currency: Currency, ...entries: [SeedDocument["kind"], number, number][]): SeedDocument[] =>
    entries.map(([kind, daysAgo, amount], position) => {
      const issuedOn = calendar.dateBefore(daysAgo);
      return { number: documentNumber(kind, issuedOn, serial * mostDocuments + position), kind, issuedOn, amount, currency };
    });

  return { confirmed, unconfirmed, issued };
}

/** An address, its lines from the top down, in a country that needs no area. */
export function address(country: Country, postcode: string, city: string, ...lines: string[]): Address {
  return { country, lines, postcode, city, area: "" };
}

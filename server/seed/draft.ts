import type { Calendar } from "./calendar.ts";
import type { Place } from "./places.ts";
import type { Random } from "./random.ts";
import type { Country, Locale } from "./seed-customer.ts";
import type { Upkeep } from "./upkeep.ts";

/** What the parts of one customer are drawn from. */
export type Draft = {
  serial: number;
  random: Random;
  calendar: Calendar;
  country: Country;
  locale: Locale;
  place: Place;
  upkeep: Upkeep;
  hasEmail: boolean;
};

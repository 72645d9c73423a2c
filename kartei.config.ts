/**
 * Everything that names the company that runs this Kartei. Nothing else in the code does.
 * Times of day and "today" are those of `timeZone`, for people and in the database.
 */
export const company = {
  name: "Musterwerk",
  legalName: "Musterwerk Handels GmbH",
  /** A path in `public/`, or null for the name in type. */
  logo: null as string | null,
  /** One colour; light and dark tones are mixed from it and checked for contrast by a test. */
  accent: "#1f5f4a",
  timeZone: "Europe/Berlin",
  /** ISO 3166-1 alpha-2, for phone numbers and addresses of customers whose country is unknown. */
  defaultCountry: "DE",
  currency: "EUR",
  support: {
    email: "service@musterwerk.example.com",
    phone: "+49 30 55501234",
    hours: { weekdays: [1, 2, 3, 4, 5], from: "08:00", to: "18:00" },
  },
  letterhead: ["Musterwerk Handels GmbH", "Kartonagenweg 7", "10243 Berlin"],
  legalFooter: "Musterwerk Handels GmbH · Kartonagenweg 7 · 10243 Berlin · HRB 000000 Amtsgericht Berlin",
  mailFrom: "Musterwerk <service@musterwerk.example.com>",
} as const;

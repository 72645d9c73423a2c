/** The shapes that the demo data comes in, before anything is written to a database. */

export type Country = "DE" | "AT" | "HU" | "GB";
export type Locale = "de" | "en" | "hu";
export type Currency = "EUR" | "GBP" | "HUF";

export type Channel =
  | "online"
  | "phone"
  | "invoice"
  | "form"
  | "letter"
  | "fax"
  | "email"
  | "chat"
  | "in_person"
  | "import";

/** Somebody with a single name has it in `given`, and "" as `family`. */
export type PersonName = { given: string; family: string };
type CompanyName = { company: string };

export type Address = {
  country: Country;
  /** One to three lines above the town: company park, street with number, flat. */
  lines: string[];
  postcode: string;
  city: string;
  /** A county or province; "" in the four countries of the demo, whose addresses need none. */
  area: string;
};

/** What each kind of contact detail holds. Phone and fax are E.164, emails as typed. */
export type DetailValues = {
  name: PersonName | CompanyName;
  billing_address: Address;
  shipping_address: Address;
  phone: string;
  fax: string;
  email: string;
};

/** How a detail is known, since when (ISO date), and when it was last confirmed (ISO timestamp). */
export type Provenance = {
  knownSince: string;
  confirmedAt: string | null;
  confirmedBy: "customer" | "staff" | "import" | null;
  channel: Channel;
};

export type SeedDetailOf<Kind extends keyof DetailValues> = Provenance & {
  kind: Kind;
  value: DetailValues[Kind];
  label: string | null;
  /** Index, in the customer's details, of the shipping address that this one belongs to. */
  site: number | null;
  /** True for the first of each kind; the single name and the billing address are their own first. */
  primary: boolean;
  /** True only for emails that the customer proved to control. */
  verified: boolean;
};

export type SeedDetail = { [Kind in keyof DetailValues]: SeedDetailOf<Kind> }[keyof DetailValues];

export type SeedLogin = { email: string; role: "owner" | "member"; name: string };

export type SeedDocument = {
  number: string;
  kind: "invoice" | "delivery_note";
  /** ISO date. */
  issuedOn: string;
  /** Two decimals; whole forints. */
  amount: number;
  currency: Currency;
};

export type SeedCustomer = {
  /** Eight digits, the last a check digit; see `accountNumber`. */
  accountNumber: string;
  kind: "person" | "company";
  locale: Locale;
  country: Country;
  /** ISO date; null for companies. */
  birthDate: string | null;
  /** Euros, two decimals. */
  yearlySpend: number;
  contactBy: "email" | "post";
  remindersOptOut: boolean;
  details: SeedDetail[];
  logins: SeedLogin[];
  documents: SeedDocument[];
};

// Apart from the schemas, so that a page in the browser can have these words without zod.

/** What a column of a file may hold. `*_confirmed` is the day on which that detail was last confirmed, `confirmed` of all. */
export const importFields = [
  "account_number", "kind", "company", "given", "family",
  "street", "street2", "street3", "postcode", "city", "area", "country",
  "phone", "phone2", "fax", "email",
  "site", "site_street", "site_street2", "site_postcode", "site_city", "site_country",
  "language", "birth_date", "yearly_spend", "contact_by",
  "confirmed", "name_confirmed", "address_confirmed", "phone_confirmed", "phone2_confirmed", "fax_confirmed", "email_confirmed", "site_confirmed",
] as const;
export type ImportField = (typeof importFields)[number];

/** What each column of a file holds, in the file's order; null for a column that is left out. */
export type Columns = (ImportField | null)[];

export const dateOrders = ["dmy", "mdy"] as const;

/** How an import's values are read, and what happens where they meet ours. */
export type ImportSettings = {
  /** ISO 3166-1 alpha-2, for lines without a country. */
  country: string;
  /** For new customers whose line and country do not tell. */
  locale: "de" | "en" | "hu";
  /** How days such as 04/05/2026 are written. ISO days and days with dots are always understood. */
  dateOrder: (typeof dateOrders)[number];
  /** Keep a value of ours that was confirmed later than the file says. */
  newerWins: boolean;
  /** Leave out lines that seem to mean a customer who has another account number. */
  leaveOutLookalikes: boolean;
};

/** The columns that say the same under other names, as people and systems head them; compared without case, accents and signs. */
const headings: Record<ImportField, string> = {
  account_number: "accountnumber accountno account customernumber customerno customerid kundennummer kundennr kdnr kundenid debitor debitorennummer ugyfelszam vevokod vevoszam ugyfelkod",
  kind: "kind type customertype art kundenart typ tipus ugyfeltipus",
  company: "company companyname organisation organization firma firmenname name1 unternehmen ceg cegnev",
  given: "given givenname firstname forename vorname utonev keresztnev",
  family: "family familyname lastname surname nachname familienname zuname vezeteknev csaladnev",
  street: "street address addressline1 address1 strasse strassehausnummer strassehausnr strasseundhausnummer anschrift adresse utca cim utcahazszam",
  street2: "street2 addressline2 address2 adresszusatz zusatz strasse2 cim2 cimsor2",
  street3: "street3 addressline3 address3 adresszusatz2 cim3",
  postcode: "postcode zip zipcode postalcode plz postleitzahl iranyitoszam irsz",
  city: "city town place ort stadt wohnort telepules varos helyseg",
  area: "area county state province region bundesland kanton megye",
  country: "country countrycode land landcode landerkennzeichen orszag orszagkod",
  phone: "phone phonenumber telephone tel telefon telefonnummer rufnummer telefonszam",
  phone2: "phone2 mobile mobilephone cellphone mobil handy mobilnummer telefon2 mobiltelefon mobilszam",
  fax: "fax faxnumber telefax faxnummer faxszam",
  email: "email emailaddress mail emailadresse emailcim",
  site: "site sitelabel shippinglabel deliverysite standort lieferort bezeichnunglieferadresse telephely",
  site_street: "sitestreet shippingstreet shippingaddress deliverystreet lieferstrasse lieferadresse szallitasicim szallitasiutca",
  site_street2: "sitestreet2 shippingstreet2 lieferadresszusatz",
  site_postcode: "sitepostcode shippingpostcode shippingzip lieferplz szallitasiiranyitoszam",
  site_city: "sitecity shippingcity lieferstadt szallitasivaros szallitasitelepules",
  site_country: "sitecountry shippingcountry lieferland szallitasiorszag",
  language: "language lang locale sprache nyelv",
  birth_date: "birthdate dateofbirth dob birthday geburtsdatum geburtstag szuletesidatum",
  yearly_spend: "yearlyspend annualspend spend revenue turnover umsatz jahresumsatz evesforgalom forgalom",
  contact_by: "contactby contactpreference kontaktweg kontaktper kapcsolattartas",
  confirmed: "confirmed lastconfirmed confirmedon lastchecked verified bestatigt bestatigtam zuletztbestatigt geprueftam gepruftam megerositve utolsomegerosites",
  name_confirmed: "nameconfirmed namebestatigt",
  address_confirmed: "addressconfirmed adressebestatigt cimmegerositve",
  phone_confirmed: "phoneconfirmed telefonbestatigt telefonmegerositve",
  phone2_confirmed: "phone2confirmed mobileconfirmed mobilbestatigt",
  fax_confirmed: "faxconfirmed faxbestatigt",
  email_confirmed: "emailconfirmed emailbestatigt emailmegerositve",
  site_confirmed: "siteconfirmed shippingconfirmed lieferadressebestatigt",
};

const fieldOfHeading = new Map(importFields.flatMap((field) =>
  [field.replaceAll("_", ""), ...headings[field].split(" ")].map((heading): [string, ImportField] => [heading, field])));

/** What the columns under a header seem to hold; each field at most once, columns nobody knows stay out. */
export function guessColumns(header: string[]): Columns {
  const taken = new Set<ImportField>();
  return header.map((heading) => {
    const field = fieldOfHeading.get(essence(heading));
    if (!field || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
}

// "Straße / Haus-Nr." → "strassehausnr"
function essence(heading: string): string {
  return heading.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/[^a-z0-9]/g, "");
}

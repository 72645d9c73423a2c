import { formatAddress } from "localized-address-format";
import type { Locale } from "~/i18n/locale";
import type { Address } from "./contact-detail.schema";
import { countryName } from "./country";

export type AddressPart = "lines" | "postcode" | "city" | "area";

// Where the parts differ from the rule in `addressParts`; from libaddressinput's `require`, 2025-06.
const needsPostcode =
  "AS AT AU AX BE BL BR CA CH CN CZ DE DK EE ES FI FK FM FR GB GF GG GL GP GR GS GU HU IM IN IO IT JE JP KR LI LT LU LV " +
  "MF MH MP MQ MX MY NC NL NO NZ PF PL PM PN PR PT PW RE RO RU SE SG SH SJ SK SM TC TR TW UA US VI WF YT ZA";
const needsArea =
  "AE AS AU BR CA CN CO CR ES FM HK HN ID IN IQ IT JM JP KN KR KY MH MP MX NR PF PG PW RU SO SV TW UM US VE VI VN";
const needsNoCity = "AG CO HK ID SM VG VN";

/**
 * The parts that an address of `country` has, in the order in which the country writes them, each
 * with whether it must be given. Parts and order are read off the country's format; the street is
 * always needed and a city where there is one, a postcode and an area (state, province, county) in
 * the countries listed above.
 */
export function addressParts(country: string): { part: AddressPart; required: boolean }[] {
  return partsInOrder(country).map((part) => ({ part, required: isRequired(part, country) }));
}

// Formats an address whose parts are their own names, and sees where each comes out.
function partsInOrder(country: string): AddressPart[] {
  const names: AddressPart[] = ["lines", "postcode", "city", "area"];
  const written = formatAddress(
    { postalCountry: country, addressLines: ["lines"], postalCode: "postcode", locality: "city", administrativeArea: "area" },
    "latin",
  ).join("\n");
  return names
    .filter((name) => written.includes(name))
    .toSorted((a, b) => written.indexOf(a) - written.indexOf(b));
}

function isRequired(part: AddressPart, country: string): boolean {
  if (part === "postcode") return needsPostcode.includes(country);
  if (part === "area") return needsArea.includes(country);
  return part === "lines" || !needsNoCity.includes(country);
}

/** An address as its country writes it, for pages; the country's name follows unless it is `homeCountry`. */
export function addressLines(address: Address, locale: Locale, homeCountry: string): string[] {
  const abroad = address.country !== homeCountry;
  return [...writtenLines(address), ...(abroad ? [countryName(address.country, locale)] : [])];
}

/** The same for an envelope: with the recipient, and the country in capitals as the Universal Postal Union asks. */
export function postalLines(address: Address, recipient: string, locale: Locale, homeCountry: string): string[] {
  const abroad = address.country !== homeCountry;
  const country = countryName(address.country, locale).toLocaleUpperCase(locale);
  return [...writtenLines(address, recipient), ...(abroad ? [country] : [])];
}

function writtenLines(address: Address, recipient?: string): string[] {
  return formatAddress(
    {
      postalCountry: address.country,
      addressLines: address.lines,
      postalCode: address.postcode,
      locality: address.city,
      administrativeArea: address.area,
      name: recipient,
    },
    isEastAsian(address) ? "local" : "latin",
  );
}

// China, Japan and Korea write the largest part first in their own script, and last in Latin letters.
function isEastAsian({ lines, city, area }: Address): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test([...lines, city, area].join());
}

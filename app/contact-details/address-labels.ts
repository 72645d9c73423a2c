import { m } from "~/i18n/messages";

/** What `country` calls its postcode, in the reader's language: "Eircode" in IE, "Postcode (PLZ)" in DE. */
export function postcodeLabel(country: string): string {
  return (postcodeNames[country] ?? m.details_postcode)();
}

/** What `country` calls the area that its addresses name: "State" in US, "County" in IE. */
export function areaLabel(country: string): string {
  return (areaNames.get(country) ?? m.details_area_province)();
}

const postcodeNames: Record<string, () => string> = {
  AT: m.details_postcode_plz,
  CH: m.details_postcode_plz,
  DE: m.details_postcode_plz,
  LI: m.details_postcode_plz,
  HU: m.details_postcode_hungarian,
  IE: m.details_postcode_eircode,
  IN: m.details_postcode_pin,
  US: m.details_postcode_zip,
  PR: m.details_postcode_zip,
};

// libaddressinput's `state_name_type`.
const areaNames = new Map(
  (
    [
      [m.details_area_state, "AS AU BR FM IN MH MP MX MY NG PW UM US VE VI"],
      [m.details_area_county, "EE IE TW"],
      [m.details_area_department, "CO HN NI"],
      [m.details_area_district, "NR"],
      [m.details_area_emirate, "AE"],
      [m.details_area_island, "BS CV KI KN KY PF SC TV"],
      [m.details_area_oblast, "RU UA"],
      [m.details_area_parish, "BB JM"],
      [m.details_area_prefecture, "JP"],
      [m.details_area_region, "HK"],
    ] as const
  ).flatMap(([name, countries]) => countries.split(" ").map((country) => [country, name] as const)),
);

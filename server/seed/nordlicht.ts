import { accountNumber } from "./account-number.ts";
import type { Calendar } from "./calendar.ts";
import { detail, markPrimaries } from "./detail.ts";
import { address, namedParts, type NamedParts } from "./named-parts.ts";
import type { SeedCustomer, SeedDetail } from "./seed-customer.ts";

/** A trading company in Hamburg with eight sites and three people who sign in. */
export function nordlicht(calendar: Calendar, serial: number): SeedCustomer {
  const parts = namedParts(calendar, serial);
  return {
    accountNumber: accountNumber(serial),
    kind: "company",
    locale: "de",
    country: "DE",
    birthDate: null,
    yearlySpend: 48_260.75,
    contactBy: "email",
    remindersOptOut: false,
    details: markPrimaries(withSites(headOffice(parts), sites(parts))),
    logins: [
      { email: "einkauf@nordlicht.example.com", role: "owner", name: "Katharina Petersen" },
      { email: "lager@nordlicht.example.com", role: "member", name: "Björn Thiessen" },
      { email: "buchhaltung@nordlicht.example.com", role: "member", name: "Ayşe Yılmaz" },
    ],
    documents: parts.issued(
      "EUR",
      ["invoice", 1015, 3890],
      ["invoice", 702, 5120.4],
      ["delivery_note", 431, 2466.9],
      ["invoice", 430, 2466.9],
      ["delivery_note", 97, 8214],
      ["invoice", 95, 8214],
      ["delivery_note", 12, 1350.5],
      ["invoice", 9, 1350.5],
    ),
  };
}

function headOffice({ confirmed, unconfirmed }: NamedParts): SeedDetail[] {
  return [
    detail("name", { company: "Nordlicht Handels GmbH" }, confirmed(320, "staff", "invoice", 4100)),
    detail("billing_address", address("DE", "20457", "Hamburg", "Kontorhaus, Aufgang B", "Am Sandtorkai 36"), confirmed(95, "customer", "online")),
    detail("phone", "+4940669691000", confirmed(95, "customer", "online", 4100), { label: "Zentrale" }),
    detail("phone", "+4940669691240", confirmed(440, "staff", "phone"), { label: "Einkauf" }),
    detail("phone", "+491713920017", unconfirmed(610, "invoice"), { label: "Mobil" }),
    detail("fax", "+4940669691090", confirmed(1310, "import", "import", 4100), { label: "Zentrale" }),
    detail("email", "einkauf@nordlicht.example.com", confirmed(95, "customer", "online", 2600), { label: "Einkauf", verified: true }),
    detail("email", "lager@nordlicht.example.com", confirmed(260, "customer", "online", 1200), { label: "Lager", verified: true }),
    detail("email", "buchhaltung@nordlicht.example.com", confirmed(470, "customer", "online", 1900), { label: "Buchhaltung", verified: true }),
  ];
}

type Site = [address: SeedDetail, ...belongings: SeedDetail[]];

/** Each site: its address first, then what belongs to it. */
function sites({ confirmed, unconfirmed }: NamedParts): Site[] {
  const goodsIn = { label: "Warenannahme" };
  const office = { label: "Büro" };
  return [
    [
      detail("shipping_address", address("DE", "22113", "Hamburg", "Tor 3", "Billbrookdeich 112"), confirmed(95, "customer", "online"), { label: "Zentrallager Billbrook" }),
      detail("phone", "+4940669692110", confirmed(95, "customer", "online"), goodsIn),
      detail("fax", "+4940669692190", confirmed(820, "staff", "fax"), goodsIn),
    ],
    [
      detail("shipping_address", address("DE", "04347", "Leipzig", "Torgauer Straße 231"), confirmed(260, "customer", "online"), { label: "Lager Leipzig" }),
      detail("phone", "+493411140271", confirmed(260, "customer", "online"), goodsIn),
      detail("fax", "+493411140279", unconfirmed(2900, "import"), goodsIn),
    ],
    [
      detail("shipping_address", address("DE", "60314", "Frankfurt am Main", "Halle 7", "Hanauer Landstraße 291"), confirmed(880, "staff", "form"), { label: "Lager Frankfurt" }),
      detail("phone", "+4969900094410", confirmed(880, "staff", "form"), goodsIn),
    ],
    [
      detail("shipping_address", address("DE", "28195", "Bremen", "Am Wall 88"), confirmed(440, "staff", "phone"), { label: "Filiale Bremen" }),
      detail("phone", "+494211130115", confirmed(440, "staff", "phone"), office),
      detail("fax", "+494211130119", confirmed(1310, "import", "import"), office),
    ],
    [
      detail("shipping_address", address("DE", "10997", "Berlin", "Schlesische Straße 27"), confirmed(30, "staff", "phone"), { label: "Filiale Berlin" }),
      detail("phone", "+4930231253170", confirmed(30, "staff", "phone"), office),
    ],
    [
      detail("shipping_address", address("DE", "50823", "Köln", "Venloer Straße 310"), unconfirmed(1700, "import"), { label: "Filiale Köln" }),
      detail("phone", "+492214710618", unconfirmed(1700, "import"), office),
      detail("fax", "+492214710619", unconfirmed(1700, "import"), office),
    ],
    [
      detail("shipping_address", address("DE", "80687", "München", "Landsberger Straße 155"), confirmed(600, "customer", "email"), { label: "Ausstellung München" }),
      detail("phone", "+4989999987720", confirmed(600, "customer", "email"), office),
    ],
    [detail("shipping_address", address("DE", "18057", "Rostock", "Warnowufer 58"), confirmed(1250, "staff", "letter"), { label: "Werkstatt Rostock" })],
  ];
}

/** One list of all details, in which those of a site point to the site's address. */
function withSites(details: SeedDetail[], ownSites: Site[]): SeedDetail[] {
  const all = [...details];
  for (const [siteAddress, ...belongings] of ownSites) {
    const site = all.push(siteAddress) - 1;
    all.push(...belongings.map((each) => ({ ...each, site })));
  }
  return all;
}

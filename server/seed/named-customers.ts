import { accountNumber } from "./account-number.ts";
import type { Calendar } from "./calendar.ts";
import { detail, firstLogin, markPrimaries } from "./detail.ts";
import { address, namedParts } from "./named-parts.ts";
import { nordlicht } from "./nordlicht.ts";
import type { SeedCustomer } from "./seed-customer.ts";

/** The customers that the README and the tests name; always the first ones, in this order. */
export function namedCustomers(calendar: Calendar): SeedCustomer[] {
  return [annaWeber, nordlicht, eszterNagy, harbourTea, leopoldGruber, wulandari].map((make, serial) => make(calendar, serial));
}

/** A private customer in Berlin: some details fresh, her phones long not confirmed. */
function annaWeber(calendar: Calendar, serial: number): SeedCustomer {
  const { confirmed, issued } = namedParts(calendar, serial);
  const details = markPrimaries([
    detail("name", { given: "Anna", family: "Weber" }, confirmed(110, "customer", "online", 2300)),
    detail("billing_address", address("DE", "10245", "Berlin", "Boxhagener Straße 41"), confirmed(19, "customer", "online")),
    detail("shipping_address", address("DE", "12435", "Berlin", "Atelierhaus, 2. Hof", "Am Flutgraben 3"), confirmed(210, "staff", "phone"), { label: "Atelier" }),
    detail("phone", "+4915228817386", confirmed(815, "customer", "online"), { label: "Mobil" }),
    detail("phone", "+493023125014", confirmed(1240, "import", "import", 2300), { label: "Festnetz" }),
    detail("email", "anna.weber@example.com", confirmed(110, "customer", "online", 2300), { verified: true }),
  ]);
  return {
    accountNumber: accountNumber(serial),
    kind: "person",
    locale: "de",
    country: "DE",
    birthDate: "1987-04-12",
    yearlySpend: 412.6,
    contactBy: "email",
    remindersOptOut: false,
    details,
    logins: firstLogin(details, "Anna Weber"),
    documents: issued("EUR", ["invoice", 640, 189], ["delivery_note", 214, 96.4], ["invoice", 212, 96.4]),
  };
}

/** A private customer in Budapest who reads Hungarian. */
function eszterNagy(calendar: Calendar, serial: number): SeedCustomer {
  const { confirmed, unconfirmed, issued } = namedParts(calendar, serial);
  const details = markPrimaries([
    detail("name", { given: "Eszter", family: "Nagy" }, confirmed(60, "customer", "online", 1500)),
    detail("billing_address", address("HU", "1114", "Budapest", "Bartók Béla út 47. III. em. 8."), confirmed(60, "customer", "online")),
    detail("shipping_address", address("HU", "8360", "Keszthely", "Kossuth Lajos utca 12."), unconfirmed(420, "form"), { label: "Nyaraló" }),
    detail("phone", "+36205550142", confirmed(60, "customer", "online"), { label: "Mobil" }),
    detail("phone", "+3615550187", confirmed(930, "staff", "letter"), { label: "Otthoni" }),
    detail("email", "eszter.nagy@example.com", confirmed(60, "customer", "online", 1500), { verified: true }),
  ]);
  return {
    accountNumber: accountNumber(serial),
    kind: "person",
    locale: "hu",
    country: "HU",
    birthDate: "1979-11-03",
    yearlySpend: 268.15,
    contactBy: "email",
    remindersOptOut: false,
    details,
    logins: firstLogin(details, "Nagy Eszter"),
    documents: issued("HUF", ["invoice", 402, 48900], ["invoice", 88, 61250]),
  };
}

/** A British company with a shop and a warehouse. */
function harbourTea(calendar: Calendar, serial: number): SeedCustomer {
  const { confirmed, unconfirmed, issued } = namedParts(calendar, serial);
  const details = markPrimaries([
    detail("name", { company: "Harbour Tea Company Ltd" }, confirmed(150, "staff", "email", 1900)),
    detail("billing_address", address("GB", "BS1 6UX", "Bristol", "Unit 6, The Old Foundry", "12 Dock Road"), confirmed(150, "staff", "invoice", 1900)),
    detail("shipping_address", address("GB", "BS11 9HZ", "Bristol", "Gate 2", "40 Canal Street"), confirmed(510, "customer", "phone"), { label: "Bristol warehouse" }),
    detail("phone", "+441174960132", confirmed(150, "staff", "phone", 1900), { label: "Switchboard" }),
    detail("phone", "+441174960175", confirmed(510, "customer", "phone"), { label: "Goods in", site: 2 }),
    detail("fax", "+441174960139", unconfirmed(1900, "import"), { label: "Switchboard" }),
    detail("email", "office@harbour-tea.example.com", confirmed(150, "customer", "online", 1900), { verified: true }),
  ]);
  return {
    accountNumber: accountNumber(serial),
    kind: "company",
    locale: "en",
    country: "GB",
    birthDate: null,
    yearlySpend: 7840,
    contactBy: "email",
    remindersOptOut: false,
    details,
    logins: firstLogin(details, "Margaret O’Neill"),
    documents: issued("GBP", ["invoice", 700, 1980.5], ["delivery_note", 151, 2310], ["invoice", 150, 2310], ["invoice", 34, 1475.25]),
  };
}

/** A private customer in Graz who is reached by post only. */
function leopoldGruber(calendar: Calendar, serial: number): SeedCustomer {
  const { confirmed, issued } = namedParts(calendar, serial);
  return {
    accountNumber: accountNumber(serial),
    kind: "person",
    locale: "de",
    country: "AT",
    birthDate: "1948-02-29",
    yearlySpend: 134.9,
    contactBy: "post",
    remindersOptOut: false,
    details: markPrimaries([
      detail("name", { given: "Leopold", family: "Gruber" }, confirmed(980, "staff", "letter", 5200)),
      detail("billing_address", address("AT", "8010", "Graz", "Schubertgasse 14/2/7"), confirmed(980, "staff", "letter", 5200)),
      detail("phone", "+43316555214", confirmed(1460, "staff", "in_person", 5200), { label: "Festnetz" }),
    ]),
    logins: [],
    documents: issued("EUR", ["invoice", 890, 64.8], ["invoice", 365, 70.1]),
  };
}

/** A private customer in München with a single name. */
function wulandari(calendar: Calendar, serial: number): SeedCustomer {
  const { confirmed, issued } = namedParts(calendar, serial);
  const details = markPrimaries([
    detail("name", { given: "Wulandari", family: "" }, confirmed(41, "customer", "chat", 700)),
    detail("billing_address", address("DE", "80337", "München", "Lindwurmstraße 88"), confirmed(41, "customer", "chat")),
    detail("phone", "+4915228895456", confirmed(41, "customer", "chat"), { label: "Mobil" }),
    detail("email", "wulandari@example.com", confirmed(130, "customer", "online", 700), { verified: true }),
  ]);
  return {
    accountNumber: accountNumber(serial),
    kind: "person",
    locale: "en",
    country: "DE",
    birthDate: "1994-08-21",
    yearlySpend: 305.4,
    contactBy: "email",
    remindersOptOut: false,
    details,
    logins: firstLogin(details, "Wulandari"),
    documents: issued("EUR", ["invoice", 130, 152.7]),
  };
}

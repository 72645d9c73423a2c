import { actors } from "./actors.ts";

/**
 * People of the demo for the browser tests. Whoever changes something has a customer to themselves, so that
 * tests run beside each other in any order.
 */
export type Actor = { email: string; name: string; locale: "de" | "en" | "hu" };
export type CustomerActor = Actor & { accountNumber: string };

export const customers = {
  /** Only looked at: a person whose phones are long not confirmed. */
  anna: customer("41415928", "Anna Weber", actors.anna),
  /** Only looked at: reads Hungarian. */
  eszter: customer("54822580", "Nagy Eszter", actors.eszter, "hu"),
  /** Only looked at: a person with a single name, who reads English. */
  wulandari: customer("29932571", "Wulandari", "wulandari@example.com", "en"),
  /** The owner of a company with eight sites. */
  nordlicht: customer("93119253", "Nordlicht Handels GmbH", actors.katharina),
  /** A British company. */
  harbourTea: customer("16525917", "Harbour Tea Company Ltd", "office@harbour-tea.example.com", "en"),
  marie: customer("56745896", "Marie Wójcik", "m.wojcik9@post.example.com"),
  michael: customer("70152558", "Michael Klein", "m.klein11@freenet.example.org"),
  sepp: customer("58669201", "Sepp Haas", "haas.sepp16@inbox.example.com"),
  paul: customer("20372538", "Paul Hoffmann", "paul.hoffmann17@mail.example.net"),
  sandor: customer("72075864", "Székvári Sándor", "sandor.szekvari18@freenet.example.org", "hu"),
  joerg: customer("47185855", "Jörg Ackerbauer", "j.ackerbauer21@mail.example.net"),
  krisztina: customer("62515820", "Török Krisztina", "krisztina.toeroek30@inbox.example.com", "hu"),
  sabine: customer("24219156", "Sabine Schmitt", "sabine.schmitt31@mail.example.net"),
  holzbau: customer("51032472", "Holzbau Thomas Mühlbauer e. K.", "kontakt@holzbau-thomas-35.example.com"),
  wolfgang: customer("26142463", "Wolfgang Lehmann", "wolfgang.lehmann38@mail.example.net"),
  feldhofer: customer("39549126", "Jörg Feldhofer", "joerg.feldhofer40@post.example.com"),
  felix: customer("91252452", "Felix Klein", "f.klein41@freenet.example.org"),
  stefan: customer("28065779", "Stefan Köhler", "koehler.stefan45@mail.example.net"),
  balazs: customer("79769105", "Tótfalvi Balázs", "totfalvi.balazs46@post.example.com", "hu"),
  sophie: customer("56802408", "Sophie Schulz", "sophie.schulz56@post.example.com"),
  george: customer("83615724", "George Wetherley", "george.wetherley60@post.example.com", "en"),
  mia: customer("45319050", "Mia Meyer", "meyer.mia61@mail.example.net"),
  ursula: customer("20429049", "Ursula Richter", "ursula.richter64@post.example.com"),
  nordstern: customer("52955788", "Nordstern Großhandel AG", "einkauf@nordstern-grosshandel-42.example.org"),
  lajos: customer("95099073", "Balázs Lajos", "balazs.lajos55@freenet.example.org", "hu"),
  bence: customer("75922484", "Szilágyi Bence", "szilagyi.bence32@mail.example.net", "hu"),
  jonas: customer("31912397", "Jonas Wagner", "j.wagner59@inbox.example.com", "en"),
  /** People and companies with a second address, which is not the one they sign in with. */
  elif: customer("43339233", "Elif Köhler", "elif.koehler7@inbox.example.com"),
  morgenrot: customer("37625811", "Morgenrot Großhandel AG", "einkauf@morgenrot-grosshandel-33.example.com"),
  lindenbauer: customer("93175768", "Lindenbauer & Krause GmbH & Co. KG", "info@lindenbauer-krause-48.example.com"),
  schmidt: customer("77845790", "Schmidt Söhne KG", "einkauf@schmidt-soehne-39.example.com"),
  /** Two customers whose details one address opens in the end. */
  hoffmann: customer("45262540", "Sophie Hoffmann", "hoffmann.sophie14@inbox.example.com", "en"),
  mohammed: customer("98889181", "Mohammed Crowley", "mohammed.crowley22@mail.example.net", "en"),
  /** Whose details the export's test makes strange. */
  franke: customer("11038536", "Eva-Maria Franke", "eva-maria.franke217@freenet.example.org"),
  /** The owner of a company, who invites people and removes them. */
  /** Among the first of the outreach queue, the second with two numbers and an address to correct. */
  dmitri: customer("66475468", "Dmitri Kirchstedt", "kirchstedt.dmitri138@mail.example.net"),
  holzwurm: customer("89781223", "Holzwurm Fahrradhandel AG", "einkauf@holzwurm-fahrradhandel-410.example.org"),
};

/** Customers at whom nobody can sign in. */
export const unopened = {
  anneliese: { accountNumber: "84124312", name: "Anneliese Winkler" },
  highland: { accountNumber: "47355383", name: "Highland Plumbing plc" },
};

export const staff = {
  jana: { email: actors.jana, name: "Jana Krüger", locale: "de" },
  tobias: { email: actors.tobias, name: "Tobias Brandt", locale: "de" },
  gergo: { email: actors.gergo, name: "Horváth Gergő", locale: "hu" },
  miriam: { email: actors.miriam, name: "Miriam Seidel", locale: "de" },
  oliver: { email: actors.oliver, name: "Oliver Grant", locale: "en" },
  clara: { email: actors.clara, name: "Clara Neumann", locale: "de" },
} satisfies Record<string, Actor>;

function customer(accountNumber: string, name: string, email: string, locale: Actor["locale"] = "de"): CustomerActor {
  return { accountNumber, name, email, locale };
}

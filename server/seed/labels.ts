import type { Locale } from "./seed-customer.ts";

/** What the contact details of customers are called in each language. `{city}` is the site's town. */
export const detailLabels: Record<
  Locale,
  {
    phones: { mobile: string; home: string; work: string; main: string; site: string; purchasing: string };
    sites: readonly string[];
    homes: readonly string[];
    accounts: string;
    mailboxes: { main: readonly string[]; accounts: string };
  }
> = {
  de: {
    phones: { mobile: "Mobil", home: "Festnetz", work: "Büro", main: "Zentrale", site: "Warenannahme", purchasing: "Einkauf" },
    sites: ["Lager {city}", "Filiale {city}", "Werkstatt {city}", "Außenstelle {city}"],
    homes: ["Ferienwohnung", "Eltern", "Nachbarn", "Büro"],
    accounts: "Buchhaltung",
    mailboxes: { main: ["info", "kontakt", "einkauf", "office"], accounts: "buchhaltung" },
  },
  en: {
    phones: { mobile: "Mobile", home: "Home", work: "Work", main: "Switchboard", site: "Goods in", purchasing: "Purchasing" },
    sites: ["{city} warehouse", "{city} branch", "{city} workshop", "{city} depot"],
    homes: ["Holiday cottage", "Parents", "Next door", "Work"],
    accounts: "Accounts",
    mailboxes: { main: ["info", "hello", "office", "purchasing"], accounts: "accounts" },
  },
  hu: {
    phones: { mobile: "Mobil", home: "Otthoni", work: "Munkahelyi", main: "Központ", site: "Áruátvétel", purchasing: "Beszerzés" },
    sites: ["Raktár, {city}", "Üzlet, {city}", "Műhely, {city}", "Telephely, {city}"],
    homes: ["Nyaraló", "Szülők", "Szomszéd", "Munkahely"],
    accounts: "Könyvelés",
    mailboxes: { main: ["info", "iroda", "rendeles", "beszerzes"], accounts: "konyveles" },
  },
};

import type { Country } from "./seed-customer.ts";
import { words } from "./words.ts";

type CompanyPatterns = {
  /** `{family}`, `{partner}`, `{given}`, `{brand}` and `{trade}` are filled in; a pattern stands as often as it is likely. */
  patterns: readonly string[];
  brands: readonly string[];
  trades: readonly string[];
};

/** Company names with the legal forms of their country, such as Kft. and Zrt. in Hungary. */
export const companyPatterns: Record<Country, CompanyPatterns> = {
  DE: {
    patterns: [
      "{family} {trade} GmbH",
      "{family} {trade} GmbH",
      "{brand} {trade} GmbH",
      "{brand} {trade} GmbH",
      "{family} & {partner} GmbH & Co. KG",
      "{brand} {trade} GmbH & Co. KG",
      "Gebrüder {family} OHG",
      "{brand} {trade} AG",
      "{trade} {given} {family} e. K.",
      "{family} Söhne KG",
    ],
    brands: words("Nordstern Elbufer Havelland Alpenblick Rheingold Werra Saale Isartal Holzwurm Lichtblick Steinadler Kranich Hanseat Spreewald Bodensee Ostsee Kompass Meridian Ankerplatz Sonnentau Morgenrot Weitblick Tannengrün Kupferkanne Eisvogel Silberdistel"),
    trades: words("Elektrotechnik Möbelwerkstätten Bürobedarf Logistik Metallbau Sanitär_und_Heizung Gartenbau Großhandel Verpackungen Werkzeugbau Druckerei Medizintechnik Holzbau Getränke Reinigungsservice Fahrradhandel Tischlerei Buchhandlung Feinkost Textilien Maschinenbau"),
  },
  AT: {
    patterns: [
      "{family} {trade} GmbH",
      "{family} {trade} GmbH",
      "{brand} {trade} GmbH",
      "{brand} {trade} GmbH & Co KG",
      "{family} & {partner} OG",
      "{family} {trade} KG",
      "{brand} {trade} AG",
      "{trade} {given} {family} e.U.",
    ],
    brands: words("Donauland Wienerwald Alpin Tauern Edelweiß Steirerherz Semmering Traunstein Arlberg Gletscher Murtal Wachau Enzian Bergkristall Salzkammer Karawanken Lärchenholz Almrausch Dachstein Zirbe"),
    trades: words("Elektrotechnik Tischlerei Gastro Weinhandel Holzbau Seilbahntechnik Sport Installationen Bäckerei Metallbau Spedition Papierfachhandel Gartengestaltung Feinmechanik Trachten Baustoffe"),
  },
  HU: {
    patterns: [
      "{brand} {trade} Kft.",
      "{brand} {trade} Kft.",
      "{brand} {trade} Kft.",
      "{family} {trade} Kft.",
      "{family} és {partner} Bt.",
      "{family} és Társa Bt.",
      "{brand} {trade} Zrt.",
      "{brand} {trade} Nyrt.",
    ],
    brands: words("Tisza Duna Bakony Mátra Pannon Hortobágy Kárpát Alföld Balatoni Turul Zsálya Kikelet Napsugár Délibáb Gólya Százszorszép Vadrózsa Aranykalász Sárkány Holló Szigetköz Őrség Kékes Hajnalcsillag"),
    trades: words("Kereskedelmi Építőipari Szállítmányozási Faipari Nyomdaipari Élelmiszeripari Műszaki Gépgyártó Kertészeti Villamossági Csomagolástechnikai Borászati Szolgáltató Ingatlankezelő Bútoripari"),
  },
  GB: {
    patterns: [
      "{family} {trade} Ltd",
      "{brand} {trade} Ltd",
      "{brand} {trade} Ltd",
      "{family} & Sons Ltd",
      "{family} & {partner} LLP",
      "{brand} {trade} plc",
      "The {brand} {trade} Company Ltd",
    ],
    brands: words("Northgate Riverside Harrowby Pennine Severn Thistle Kingfisher Copperfield Wrenfield Highland Anchor Blackthorn Oakapple Lighthouse Meadowlark Cobblestone Redbrick Fenland Moorland Saltmarsh Rookery Bluebell"),
    trades: words("Joinery Logistics Office_Supplies Brewing Bakery Electrical Plumbing Garden_Centres Bookbinding Textiles Engineering Catering Print Packaging Cycles Ceramics Ironmongery Coffee Furniture"),
  },
};

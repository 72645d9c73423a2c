import type { Locale } from "~/i18n/locale";

/** A word for each letter, as one says it on the phone. */
export const spellingAlphabets: Record<Locale, Record<string, string>> = {
  // DIN 5009:2022-06, "Buchstabiertafel für Wirtschaft und Verwaltung".
  de: {
    A: "Aachen", Ä: "Umlaut Aachen", B: "Berlin", C: "Chemnitz", D: "Düsseldorf", E: "Essen", F: "Frankfurt", G: "Goslar",
    H: "Hamburg", I: "Ingelheim", J: "Jena", K: "Köln", L: "Leipzig", M: "München", N: "Nürnberg", O: "Offenbach",
    Ö: "Umlaut Offenbach", P: "Potsdam", Q: "Quickborn", R: "Rostock", S: "Salzwedel", ẞ: "Eszett", T: "Tübingen", U: "Unna",
    Ü: "Umlaut Unna", V: "Völklingen", W: "Wuppertal", X: "Xanten", Y: "Ypsilon", Z: "Zwickau",
  },
  // ICAO Annex 10, volume II, 5.2.1.3: the radiotelephony spelling alphabet, which NATO shares.
  en: {
    A: "Alfa", B: "Bravo", C: "Charlie", D: "Delta", E: "Echo", F: "Foxtrot", G: "Golf", H: "Hotel", I: "India", J: "Juliett",
    K: "Kilo", L: "Lima", M: "Mike", N: "November", O: "Oscar", P: "Papa", Q: "Quebec", R: "Romeo", S: "Sierra", T: "Tango",
    U: "Uniform", V: "Victor", W: "Whiskey", X: "X-ray", Y: "Yankee", Z: "Zulu",
  },
  // No standard says it; these are the first names by which Hungarian callers customarily spell, long vowels called so.
  hu: {
    A: "Antal", Á: "Ágnes", B: "Béla", C: "Cecília", D: "Dénes", E: "Elemér", É: "Éva", F: "Ferenc", G: "Géza", H: "Helén",
    I: "Ilona", Í: "hosszú í", J: "János", K: "Károly", L: "László", M: "Mária", N: "Nándor", O: "Olga", Ó: "hosszú ó",
    Ö: "Ödön", Ő: "hosszú ő", P: "Péter", Q: "kú", R: "Róbert", S: "Sándor", T: "Tamás", U: "Ubul", Ú: "hosszú ú",
    Ü: "rövid ü", Ű: "hosszú ű", V: "Vilma", W: "dupla vé", X: "iksz", Y: "ipszilon", Z: "Zoltán",
  },
};

/** Words that everybody writes alike: they are said, not spelled. */
export const plainWords = new Set([
  "straße", "str.", "weg", "platz", "allee", "gasse", "ring", "gmbh", "ag", "kg", "co.", "mbh", "ohg", "und", "am", "an", "der", "im", "zur",
  "street", "road", "lane", "avenue", "square", "ltd", "plc", "and", "the", "of",
  "utca", "út", "tér", "körút", "köz", "kft.", "zrt.", "bt.", "és",
]);

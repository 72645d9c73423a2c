import type { Country } from "./seed-customer.ts";
import { words } from "./words.ts";

type CountryNames = {
  women: readonly string[];
  men: readonly string[];
  /** The most frequent first. */
  families: readonly string[];
  /** First and second halves of rarer family names, such as Linden + hofer. */
  stems: readonly string[];
  endings: readonly string[];
  /** Old noble families; invented where the country is small enough to be recognised. */
  nobles: readonly string[];
};

/**
 * Frequent given and family names of the four countries, from memory of the public name statistics
 * (GfdS, Statistik Austria, Hungarian Ministry of the Interior, ONS); no real person is meant.
 */
export const countryNames: Record<Country, CountryNames> = {
  DE: {
    women: words("Anna Sabine Petra Monika Julia Katharina Claudia Susanne Birgit Andrea Ursula Renate Lena Laura Lea Hannah Marie Sophie Emma Mia Johanna Franziska Greta Frieda Käthe Jördis Anneliese Gisela Ingrid Heike Silke Antje Wiebke Ayşe Elif Zeynep Agnieszka Olga Thu_Hương Anna-Lena Eva-Maria Marie-Luise"),
    men: words("Thomas Michael Andreas Peter Stefan Wolfgang Klaus Jürgen Frank Uwe Bernd Günther Jörg Björn Sören Felix Lukas Leon Paul Jonas Finn Ben Maximilian Moritz Anton Emil Karl Otto Friedrich Hannes Holger Dieter Mehmet Emre Mustafa Piotr Dmitri Minh Karl-Heinz Hans-Peter Jan-Ole"),
    families: words("Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Krause Meier Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Vogel Friedrich Keller Günther Berger Winkler Roth Lorenz Baumann Franke Böhm Schuster Kraus Jäger Thoß Großmann Groß Seidel Yılmaz Kaya Öztürk Şahin Nguyễn Kowalski Nowak Petrović Đorđević Wójcik Fröhlich Süß Übel Ahrens Petersen Thiessen Dvořák"),
    stems: words("Linden Birken Eichen Stein Berg Brunn Reit Wald Holz Nieder Ober Feld Acker Rosen Kalten Schön Grün Alt Neu Hell Mühl Kirch Sommer Winter Hirsch Falken Lauter Mittel"),
    endings: words("hofer mann maier bauer berger müller feld bach thaler wald hagen horst kamp brink stedt"),
    nobles: words("von_Rautenfeld von_der_Heidenau zu_Lindenstein von_und_zu_Birkenfels vom_Steinacker von_Quastenberg von_Treskenow Freiherr_von_Ahlbeck"),
  },
  AT: {
    women: words("Maria Anna Elisabeth Christine Johanna Margarete Barbara Katharina Eva Theresia Sabine Julia Lena Hannah Magdalena Valentina Sophie Resi Waltraud Gerlinde Brigitte Roswitha Ljubica Emina Jasmina Anna-Maria Eva-Maria"),
    men: words("Johann Franz Josef Karl Leopold Florian Lukas David Maximilian Jakob Tobias Matthäus Alois Gottfried Sepp Ferdinand Heinz Günter Jürgen Andreas Christoph Goran Nikola Emir Franz-Josef Hans-Jörg"),
    families: words("Gruber Huber Bauer Wagner Müller Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer Schmid Winkler Weber Schwarz Maier Schneider Reiter Mayr Schmidt Wimmer Egger Brunner Lang Baumgartner Auer Binder Lechner Wolf Wallner Aigner Ebner Koller Lehner Haas Schuster Heilig Böhm Novák Horvat Jovanović Marković Hödl Kröll Köck Prohaska Vavra Zöchling Šimić Yıldız"),
    stems: words("Brand Hinter Vorder Unter Ober Ass Kirch Holz Schwaig Rein Wies Grub Stadl Weiß Kalten Hoch Tief Mitter Neu Oster Asch Lind Laub"),
    endings: words("berger egger hofer huber gruber lehner thaler bauer moser ecker inger auer reiter kogler"),
    nobles: [],
  },
  HU: {
    women: words("Mária Erzsébet Katalin Éva Ilona Anna Zsuzsanna Margit Judit Ágnes Andrea Julianna Ildikó Eszter Krisztina Mónika Réka Zsófia Noémi Dóra Tünde Gyöngyi Enikő Emőke Boglárka Hanna Luca Zoé Kincső Anna_Mária Éva_Katalin"),
    men: words("László István József János Zoltán Sándor Gábor Ferenc Attila Péter Tamás Zsolt Tibor András Csaba Imre Lajos György Balázs Gyula Dániel Ádám Bence Máté Levente Gergő Ákos Dezső Jenő Szabolcs Örs János_Pál"),
    families: words("Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Takács Juhász Lakatos Mészáros Oláh Simon Rácz Fekete Szilágyi Török Fehér Balázs Gál Kis Szűcs Kocsis Orsós Pintér Fodor Szalai Sipos Magyar Lukács Gulyás Bíró Király Katona László Jakab Bogdán Balog Sándor Boros Fazekas Kelemen Antal Somogyi Váradi Fülöp Orosz Vincze Veres Hegedűs Budai Deák Pap Bálint Illés Pál Vörös Szőke Bognár Vass Lengyel Jónás Ördögh Győrfi Csörgő"),
    stems: words("Szent Vásár Bán Csík Kő Almás Sár Új Felső Alsó Nagy Kis Szék Török Magyar Szász Tót Havas Kút Berek Fehér Körös Tisza"),
    endings: words("falvi vári helyi mezei völgyi hegyi réti kúti halmi szegi laki közi"),
    nobles: words("Kéthelyi-Báthory Szathmáry Thökölyi Kéthly Ghyczy Vásárhelyi-Rhédey Bárczay Dessewffy-Pálóczi"),
  },
  GB: {
    women: words("Olivia Amelia Isla Ava Emily Sophie Grace Charlotte Margaret Susan Patricia Linda Jean Elizabeth Catherine Siân Zoë Chloë Niamh Aoife Eilidh Rhiannon Priya Aisha Fatima Ngozi Agnieszka Mary-Ann Sarah-Jane"),
    men: words("Oliver George Harry Jack Noah Charlie Thomas William James David John Robert Stephen Andrew Rhys Gethin Callum Hamish Ruairidh Seán Ciarán Mohammed Arjun Kwame Tomasz Jean-Luc John-Paul"),
    families: words("Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Khan Hughes Edwards Hill Moore Clark Harrison Scott Young Morris Singh Ward Turner Watson Campbell Anderson Allen Cook MacDonald McKenzie O’Neill O’Brien FitzGerald Begum Ahmed Okafor Adeyemi Kowalska Nguyen Chaudhry Llewellyn D’Arcy St_John"),
    stems: words("Ash Black Brad Brook Hart Hol Kings Lang Mar Nor Ox Pem Rad Shel Stan Thorn Wake Wether Whit Wood Wind Hazel Fair Crow"),
    endings: words("ford ham ley ton well worth field by combe hurst bridge"),
    nobles: words("de_Vere-Ashcombe Cholmondeley-Hart Beauchamp-Thornby Fetherstone-Marsh"),
  },
};

/** People who have one name only. */
export const singleNames = words("Wulandari Hartono Tenzin Suharti Dewi Nurhayati Sukmawati Thant Mulyono Karma Aung");

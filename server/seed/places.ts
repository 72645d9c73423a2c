import type { Country } from "./seed-customer.ts";
import { words } from "./words.ts";

/** A town, its postcodes and its landlines, as patterns for `Random.fill`. */
export type Place = { city: string; landline: string; postcodes: readonly string[] };

type CountryPlaces = {
  /** Large towns first. */
  places: readonly Place[];
  streets: readonly string[];
  mobiles: readonly string[];
};

/**
 * Postcodes are real ones of these towns (Deutsche Post, Österreichische Post, Magyar Posta,
 * Royal Mail); in Britain the outward code is real and the inward code made up.
 *
 * Telephone numbers are valid by libphonenumber and, wherever the country allows it, nobody's:
 * - German landlines: the Bundesnetzagentur's numbers for films (notice 148/2021) in Berlin, Hamburg,
 *   München, Köln and Frankfurt, with one digit as extension; elsewhere they begin with 11, with which
 *   subscribers' numbers do not usually begin. German mobiles: 0158 1, where no network is known.
 * - British landlines: Ofcom's "numbers for drama use". libphonenumber refuses Ofcom's mobiles
 *   (07700 900xxx), so mobiles stand around its own example number, 07400 123456.
 * - For Austria and Hungary no such numbers are known; there the 555 of the cinema has to do.
 * British mobiles and the numbers of those two countries may be somebody's: never dial them.
 */
export const countryPlaces: Record<Country, CountryPlaces> = {
  DE: {
    places: [
      place("Berlin", "+493023125####", "10115 10119 10178 10243 10247 10405 10437 10551 10585 10623 10707 10827 10961 10999 12043 12157 12435 13187 13353 14050 14163"),
      place("Hamburg", "+494066969####", "20095 20099 20144 20253 20257 20357 20457 20535 21029 21073 22041 22087 22303 22525 22587 22765"),
      place("München", "+498999998####", "80331 80333 80336 80469 80538 80637 80687 80796 80802 80809 81241 81371 81539 81667 81675 81925"),
      place("Köln", "+492214710####", "50667 50670 50674 50677 50733 50823 50827 50931 50937 50968 51063 51103"),
      place("Frankfurt am Main", "+496990009####", "60311 60313 60316 60318 60322 60325 60385 60389 60431 60486 60528 60594"),
      place("Leipzig", "+4934111#####", "04103 04105 04107 04109 04129 04155 04177 04229 04275 04277 04315 04317"),
      place("Stuttgart", "+4971111#####", "70173 70176 70178 70180 70184 70191 70197 70199 70372 70435 70563 70597"),
      place("Düsseldorf", "+4921111#####", "40210 40213 40215 40219 40221 40223 40233 40237 40470 40476 40545 40591"),
      place("Dresden", "+4935111#####", "01067 01069 01097 01099 01127 01159 01187 01219 01277 01307 01309 01324"),
      place("Hannover", "+4951111#####", "30159 30161 30163 30167 30171 30173 30177 30419 30449 30451 30559 30625"),
      place("Bremen", "+4942111#####", "28195 28199 28201 28203 28205 28209 28213 28215 28217 28237 28307 28359"),
      place("Nürnberg", "+4991111#####", "90402 90403 90408 90409 90419 90429 90439 90441 90443 90459 90478 90489"),
      place("Essen", "+4920111#####", "45127 45128 45130 45131 45133 45136 45138 45141 45144 45147"),
      place("Dortmund", "+4923111#####", "44135 44137 44139 44141 44143 44145 44225 44227 44263 44269"),
      place("Mannheim", "+4962111#####", "68159 68161 68163 68165 68167 68169 68199 68219 68259 68305"),
      place("Münster", "+4925111#####", "48143 48145 48147 48149 48151 48153 48155 48157 48159 48161"),
      place("Karlsruhe", "+4972111#####", "76131 76133 76135 76137 76139 76149 76185 76187 76199 76227"),
      place("Augsburg", "+4982111#####", "86150 86152 86153 86154 86156 86157 86159 86161 86163 86165"),
      place("Halle (Saale)", "+4934511#####", "06108 06110 06112 06114 06116 06118 06120 06122 06124 06126"),
      place("Freiburg im Breisgau", "+4976111#####", "79098 79100 79102 79104 79106 79108 79110 79111 79115 79117"),
      place("Kiel", "+4943111#####", "24103 24105 24106 24107 24109 24113 24114 24116 24118 24143"),
      place("Rostock", "+4938111#####", "18055 18057 18059 18069 18106 18107 18109 18119 18147"),
      place("Erfurt", "+4936111#####", "99084 99085 99086 99087 99089 99091 99092 99094 99096 99099"),
      place("Kassel", "+4956111#####", "34117 34119 34121 34123 34125 34127 34128 34130 34131 34132"),
      place("Mainz", "+49613111#####", "55116 55118 55120 55122 55124 55126 55127 55128 55130 55131"),
      place("Lübeck", "+4945111#####", "23552 23554 23556 23558 23560 23562 23564 23566 23568 23570"),
      place("Regensburg", "+4994111#####", "93047 93049 93051 93053 93055 93057 93059"),
      place("Würzburg", "+4993111#####", "97070 97072 97074 97076 97078 97080 97082 97084"),
      place("Potsdam", "+4933111#####", "14467 14469 14471 14473 14476 14478 14480 14482"),
      place("Jena", "+49364111#####", "07743 07745 07747 07749"),
      place("Görlitz", "+49358111#####", "02826 02827 02828"),
    ],
    streets: words(
      "Hauptstraße Bahnhofstraße Schulstraße Gartenstraße Dorfstraße Bergstraße Lindenstraße Birkenweg Kirchstraße Waldstraße Ringstraße Schillerstraße Goethestraße Mozartstraße Beethovenstraße Lessingstraße Amselweg Wiesenweg Mühlenweg Feldstraße Jahnstraße Friedhofstraße Rosenstraße Kastanienallee Eichendorffstraße Uhlandstraße Bismarckstraße Industriestraße Marktplatz Breslauer_Straße Dresdner_Straße Karl-Liebknecht-Straße Clara-Zetkin-Straße Käthe-Kollwitz-Straße Am_Sportplatz Am_Mühlbach An_der_Alten_Ziegelei Im_Wiesengrund Zum_Hafen Straße_der_Einheit",
    ),
    mobiles: ["+491581#######"],
  },
  AT: {
    places: [
      place("Wien", "+431555####", "1010 1020 1030 1040 1050 1060 1070 1080 1090 1100 1110 1120 1130 1140 1150 1160 1170 1180 1190 1200 1210 1220 1230"),
      place("Graz", "+43316555###", "8010 8020 8036 8041 8042 8043 8045 8051 8052 8053 8054 8055"),
      place("Linz", "+43732555###", "4020 4030 4040"),
      place("Salzburg", "+43662555###", "5020 5023 5026"),
      place("Innsbruck", "+43512555###", "6020"),
      place("Klagenfurt am Wörthersee", "+43463555###", "9020"),
      place("Villach", "+434242555###", "9500 9504"),
      place("Wels", "+437242555###", "4600"),
      place("St. Pölten", "+432742555###", "3100"),
      place("Dornbirn", "+435572555###", "6850"),
      place("Wiener Neustadt", "+432622555###", "2700"),
      place("Steyr", "+437252555###", "4400"),
      place("Feldkirch", "+435522555###", "6800"),
      place("Bregenz", "+435574555###", "6900"),
      place("Klosterneuburg", "+432243555###", "3400"),
      place("Baden", "+432252555###", "2500"),
      place("Leoben", "+433842555###", "8700"),
      place("Krems an der Donau", "+432732555###", "3500"),
      place("Amstetten", "+437472555###", "3300"),
      place("Kapfenberg", "+433862555###", "8605"),
      place("Mödling", "+432236555###", "2340"),
      place("Hallein", "+436245555###", "5400"),
      place("Kufstein", "+435372555###", "6330"),
      place("Eisenstadt", "+432682555###", "7000"),
    ],
    streets: words(
      "Hauptstraße Bahnhofstraße Schulgasse Kirchengasse Feldgasse Gartengasse Wiener_Straße Grazer_Straße Linzer_Straße Salzburger_Straße Mariahilfer_Straße Landstraßer_Hauptstraße Neubaugasse Josefstädter_Straße Waldgasse Mühlgasse Hauptplatz Schubertgasse Mozartstraße Haydngasse Kaiser-Franz-Josef-Straße Dr.-Karl-Renner-Straße Anton-Bruckner-Straße Peter-Rosegger-Gasse Sonnenweg Bergweg Raiffeisenstraße Lindengasse Ahorngasse Am_Anger Burggasse Stiftgasse",
    ),
    mobiles: ["+43664555####", "+43676555####", "+43699555####", "+43660555####", "+43650555####"],
  },
  HU: {
    places: [
      place("Budapest", "+361555####", "1011 1024 1026 1036 1039 1051 1055 1061 1066 1073 1077 1085 1088 1094 1096 1111 1117 1125 1132 1137 1144 1148 1157 1163 1173 1182 1191 1203 1211"),
      place("Debrecen", "+3652555###", "4024 4025 4026 4027 4028 4029 4030 4031 4032 4033 4034"),
      place("Szeged", "+3662555###", "6720 6721 6722 6723 6724 6725 6726 6727 6728 6729"),
      place("Miskolc", "+3646555###", "3525 3526 3527 3528 3529 3530 3531 3532 3533 3534 3535"),
      place("Pécs", "+3672555###", "7621 7622 7623 7624 7625 7626 7627 7628 7629 7630 7631 7632 7633 7634 7635"),
      place("Győr", "+3696555###", "9021 9022 9023 9024 9025 9026 9027 9028 9029 9030"),
      place("Nyíregyháza", "+3642555###", "4400"),
      place("Kecskemét", "+3676555###", "6000"),
      place("Székesfehérvár", "+3622555###", "8000"),
      place("Szombathely", "+3694555###", "9700"),
      place("Szolnok", "+3656555###", "5000"),
      place("Tatabánya", "+3634555###", "2800"),
      place("Sopron", "+3699555###", "9400"),
      place("Kaposvár", "+3682555###", "7400"),
      place("Veszprém", "+3688555###", "8200"),
      place("Békéscsaba", "+3666555###", "5600"),
      place("Zalaegerszeg", "+3692555###", "8900"),
      place("Eger", "+3636555###", "3300"),
      place("Nagykanizsa", "+3693555###", "8800"),
      place("Dunaújváros", "+3625555###", "2400"),
      place("Hódmezővásárhely", "+3662555###", "6800"),
      place("Gödöllő", "+3628555###", "2100"),
      place("Vác", "+3627555###", "2600"),
      place("Szentendre", "+3626555###", "2000"),
      place("Esztergom", "+3633555###", "2500"),
      place("Keszthely", "+3683555###", "8360"),
    ],
    streets: words(
      "Kossuth_Lajos_utca Petőfi_Sándor_utca Rákóczi_út Széchenyi_István_utca Dózsa_György_út Ady_Endre_utca Arany_János_utca József_Attila_utca Bartók_Béla_út Bem_József_utca Deák_Ferenc_utca Jókai_Mór_utca Móricz_Zsigmond_utca Táncsics_Mihály_utca Vörösmarty_utca Szabadság_tér Fő_utca Béke_utca Tavasz_utca Akácfa_utca Rózsa_utca Nyírfa_utca Mátyás_király_út Szent_István_körút Damjanich_utca Honvéd_utca Iskola_utca Vasút_utca Malom_köz Kőműves_sor Erzsébet_királyné_útja Váci_út",
    ),
    mobiles: ["+3620555####", "+3630555####", "+3670555####"],
  },
  GB: {
    places: [
      britishPlace("London", "+442079460###", "N1 N7 N16 E1 E2 E8 E17 SE1 SE5 SE15 SW2 SW4 SW9 SW11 W2 W6 W12 NW1 NW3 NW6 WC1N EC1V"),
      britishPlace("Birmingham", "+441214960###", "B1 B5 B13 B14 B15 B17 B29 B30"),
      britishPlace("Manchester", "+441614960###", "M1 M4 M13 M14 M15 M20 M21"),
      britishPlace("Glasgow", "+441414960###", "G1 G3 G4 G11 G12 G20 G31 G41 G42"),
      britishPlace("Leeds", "+441134960###", "LS1 LS2 LS6 LS7 LS8 LS11 LS12 LS17"),
      britishPlace("Edinburgh", "+441314960###", "EH1 EH3 EH4 EH6 EH7 EH8 EH9 EH10 EH11"),
      britishPlace("Bristol", "+441174960###", "BS1 BS2 BS3 BS5 BS6 BS7 BS8"),
      britishPlace("Liverpool", "+441514960###", "L1 L3 L7 L8 L15 L17 L18"),
      britishPlace("Sheffield", "+441144960###", "S1 S2 S3 S6 S7 S8 S10 S11"),
      britishPlace("Newcastle upon Tyne", "+441914980###", "NE1 NE2 NE3 NE4 NE6"),
      britishPlace("Cardiff", "+442920180###", "CF5 CF10 CF11 CF14 CF23 CF24"),
      britishPlace("Belfast", "+442896496###", "BT1 BT5 BT6 BT7 BT9 BT15"),
      britishPlace("Leicester", "+441164960###", "LE1 LE2 LE3 LE4 LE5"),
      britishPlace("Reading", "+441184960###", "RG1 RG2 RG4 RG30"),
      britishPlace("Sunderland", "+441914980###", "SR1 SR2 SR4 SR5"),
      britishPlace("Salford", "+441614960###", "M5 M6 M7"),
      britishPlace("Stockport", "+441614960###", "SK1 SK2 SK3 SK4"),
      britishPlace("Gateshead", "+441914980###", "NE8 NE9 NE10"),
      britishPlace("Solihull", "+441214960###", "B90 B91 B92"),
      britishPlace("Birkenhead", "+441514960###", "CH41 CH42"),
      britishPlace("Paisley", "+441414960###", "PA1 PA2 PA3"),
      britishPlace("Wokingham", "+441184960###", "RG40 RG41"),
      britishPlace("Durham", "+441914980###", "DH1"),
      britishPlace("Lisburn", "+442896496###", "BT27 BT28"),
      britishPlace("Penarth", "+442920180###", "CF64"),
      britishPlace("Musselburgh", "+441314960###", "EH21"),
    ],
    streets: words(
      "High_Street Station_Road Church_Lane Victoria_Road Park_Avenue Queen_Street King_Street Mill_Lane The_Green Albert_Road Kingsway Grange_Road Manor_Road Springfield_Road Chapel_Street York_Road Alexandra_Road Windsor_Terrace Clarence_Street Wellington_Place Orchard_Close The_Crescent Meadow_View Canal_Street Dock_Road Foundry_Lane St_John’s_Road St_Mary’s_Lane Cromwell_Road Elm_Grove Highfield_Avenue Waterloo_Road",
    ),
    mobiles: ["+44740012####"],
  },
};

function place(city: string, landline: string, postcodes: string): Place {
  return { city, landline, postcodes: postcodes.split(" ") };
}

function britishPlace(city: string, landline: string, outwardCodes: string): Place {
  return { city, landline, postcodes: outwardCodes.split(" ").map((outward) => `${outward} #@@`) };
}

import { ButtonLink } from "../button";
import { CardGrid, IndexCard } from "../card";
import { CustomerShell } from "../customer-shell";
import { Notice } from "../notice";
import { PageTitle } from "../page-title";
import type { Tone } from "../tone";
import { ExampleMark } from "./example-mark";

const change = (
  <ButtonLink variant="quiet" to="/">
    Ändern
  </ButtonLink>
);

const nav = [
  { label: "Überblick", to: "/dev/gallery", end: true },
  { label: "Verlauf", to: "/history" },
  { label: "Benachrichtigungseinstellungen", to: "/settings" },
];

interface ExampleDetail {
  label: string;
  lines: string[];
  note?: string;
  mark: { full: number; words: string; tone: Tone };
}

const details: ExampleDetail[] = [
  { label: "Name", lines: ["Dr. Anna-Magdalena Weber-Schönfelder"], mark: { full: 0.9, words: "vor 6 Wochen bestätigt, von Ihnen, online", tone: "fresh" } },
  { label: "Telefon", lines: ["030 55501234"], note: "Hauptnummer · Mobil", mark: { full: 0.7, words: "vor 3 Monaten bestätigt, von Ihnen, online", tone: "fresh" } },
  { label: "E-Mail", lines: ["anna.weber@example.com"], mark: { full: 0.2, words: "vor 10 Monaten bestätigt, am Telefon", tone: "due_soon" } },
  { label: "Fax", lines: ["030 55501235"], mark: { full: 0, words: "angehalten: Nummer nicht vergeben", tone: "on_hold" } },
  { label: "Rechnungsadresse", lines: ["Donaudampfschifffahrtsstraße 112 a", "Hinterhaus, 3. Stock", "10969 Berlin"], mark: { full: 0.04, words: "seit 3 Jahren nicht bestätigt, aus einer Rechnung", tone: "stale" } },
  { label: "Lieferadresse · Lager Leipzig", lines: ["Torgauer Straße 231", "04347 Leipzig"], mark: { full: 0.8, words: "vor 5 Monaten bestätigt, von einer Kollegin", tone: "fresh" } },
];

/** How a customer's page is put together from the parts. */
export function CustomerOverview() {
  return (
    <CustomerShell customerName="Dr. Anna-Magdalena Weber-Schönfelder" accountNumber="10 0107" nav={nav} signOutAction="/">
      <PageTitle intro="So stehen Sie bei uns in der Kartei. Der Ring zeigt, wie lange es her ist, dass eine Angabe bestätigt wurde.">
        Stimmen Ihre Kontaktdaten noch?
      </PageTitle>
      <Notice title="Zwei Angaben sind lange nicht bestätigt">
        <p className="mb-3">Ein Blick genügt: Stimmt alles, bestätigen Sie es mit einem Klick.</p>
        <ButtonLink to="/">Jetzt durchsehen</ButtonLink>
      </Notice>
      <CardGrid>
        {details.map(({ label, lines, note, mark }) => (
          <IndexCard key={label} label={label} lines={lines} note={note} tone={mark.tone} mark={<ExampleMark {...mark} />} actions={change} />
        ))}
      </CardGrid>
    </CustomerShell>
  );
}

import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Address } from "~/contact-details/contact-detail.schema";
import { postalLines } from "~/contact-details/address-format";
import { type Locale, locales } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longDay } from "~/i18n/times";
import { type Letter, letterBody } from "~letters/index";
import type { Block, FactRow } from "~letters/parts/blocks";
import blocksSource from "~letters/parts/blocks.typ?raw";
import documentSource from "~letters/parts/document.typ?raw";
import letterSource from "~letters/parts/letter.typ?raw";
import { company } from "../../kartei.config";
import { typeset } from "./typesetter.server";

/** Letters that go to one recipient together; `date` is the ISO timestamp that they are dated with. */
export type Envelope = {
  locale: Locale;
  /** Without an address (a copy for somebody who has none on file) the window shows the name. */
  recipient: { name: string; address: Address | null };
  accountNumber: string;
  date: string;
  letters: Letter[];
};

/** A document of sections, such as everything held about a customer. `intro` stands below its title. */
export type PrintedDocument = {
  locale: Locale;
  title: string;
  intro: Block[];
  sections: { heading: string; blocks: Block[] }[];
};

/** One letter as a PDF (A4, for a window envelope; tagged). */
export function renderLetter(envelope: Omit<Envelope, "letters"> & { letter: Letter }): Promise<Uint8Array> {
  const { letter, ...rest } = envelope;
  return renderEnvelopes([{ ...rest, letters: [letter] }], rest.locale);
}

/** All envelopes in one PDF: each begins on a new page and counts its own. `locale` is that of the PDF's title. */
export function renderEnvelopes(envelopes: Envelope[], locale: Locale): Promise<Uint8Array> {
  const [first] = envelopes;
  const title = first && envelopes.length === 1 && first.letters.length === 1 && first.letters[0]
    ? letterBody(first.letters[0]).title
    : m.letters_title({}, { locale });
  return typeset(blocksSource + letterSource, JSON.stringify({ lang: locale, title, company: sender(), envelopes: envelopes.map(sheets) }));
}

/** A document as a PDF, tagged, in reading order. */
export function renderDocument({ locale, title, intro, sections }: PrintedDocument): Promise<Uint8Array> {
  const data = { lang: locale, title, company: sender(), page: pageWords(locale), blocks: intro, sections };
  return typeset(blocksSource + documentSource, JSON.stringify(data));
}

function sender() {
  const { name, accent, letterhead, legalFooter } = company;
  return { name, accent, returnLine: letterhead.join(" · "), footer: legalFooter };
}

function sheets({ locale, recipient, accountNumber, date, letters }: Envelope) {
  return {
    lang: locale,
    accountNumber,
    page: pageWords(locale),
    recipient: recipient.address ? postalLines(recipient.address, recipient.name, homeLocale(), company.defaultCountry) : [recipient.name],
    information: information(accountNumber, date, locale),
    letters: letters.map(letterBody),
  };
}

function information(accountNumber: string, date: string, locale: Locale): FactRow[] {
  const { phone, email } = company.support;
  return [
    { label: m.letters_info_account({}, { locale }), lines: [accountNumber] },
    { label: m.letters_info_date({}, { locale }), lines: [longDay(date, locale)] },
    { label: m.letters_info_phone({}, { locale }), lines: [parsePhoneNumberFromString(phone)?.formatInternational() ?? phone] },
    { label: m.letters_info_email({}, { locale }), lines: [email] },
  ];
}

/** The post reads the last line where a letter begins its way: the country's name stands there in our country's language. */
function homeLocale(): Locale {
  const { language } = new Intl.Locale(`und-${company.defaultCountry}`).maximize();
  return locales.find((locale) => locale === language) ?? "en";
}

// "Page 2 of 3" in pieces, since only the compiler knows the numbers.
function pageWords(locale: Locale): string[] {
  return m.letters_page({ page: "\u0000", pages: "\u0000" }, { locale }).split("\u0000");
}

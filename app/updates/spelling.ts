import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { plainWords, spellingAlphabets } from "./spelling-alphabet";

/** What is said at once: a letter with its word, a sign with its name, or digits and plain words as they are. */
export type SpelledPart = { sign: string; word: string | null };
/** Parts that belong together, as those of one word do. */
export type SpelledGroup = SpelledPart[];

/** A text word by word and letter by letter, in the spelling alphabet of a language. */
export function spellText(text: string, locale: Locale): SpelledGroup[] {
  return text.normalize("NFC").split(/\s+/).filter(Boolean).map((word) => spellWord(word, locale));
}

function spellWord(word: string, locale: Locale): SpelledGroup {
  if (plainWords.has(word.toLowerCase())) return [{ sign: word, word: null }];
  return pieces(word).flatMap((piece) => (/^\d/.test(piece) ? spellDigits(piece) : [{ sign: piece, word: wordFor(piece, locale) }]));
}

// Runs of digits, and each other character as people see it.
function pieces(word: string): string[] {
  return word.split(/(\d+)/).flatMap((run) => (/^\d/.test(run) ? [run] : Array.from(new Intl.Segmenter().segment(run), ({ segment }) => segment)));
}

/** Digits in pairs, as one says them; of an odd number the last three together. Up to three stay as they are. */
export function spellDigits(digits: string): SpelledGroup {
  const pairs: string[] = [];
  let rest = digits;
  while (rest.length > 3) {
    pairs.push(rest.slice(0, 2));
    rest = rest.slice(2);
  }
  return [...pairs, rest].filter(Boolean).map((sign) => ({ sign, word: null }));
}

function wordFor(character: string, locale: Locale): string | null {
  const alphabet = spellingAlphabets[locale];
  const letter = character === "ß" ? "ẞ" : character.toUpperCase();
  const known = alphabet[letter] ?? (letter in signs ? signs[letter]?.({}, { locale }) : undefined);
  if (known) return known;
  const [base = "", ...marks] = [...(stroked[letter] ?? letter).normalize("NFD")];
  const word = alphabet[base];
  if (!word) return null;
  return [word, ...marks.flatMap((mark) => markNames[mark]?.({}, { locale }) ?? [])].join(" ");
}

type Message = (inputs: Record<string, never>, options: { locale: Locale }) => string;

// Letters that Unicode does not take apart, as a letter with a stroke through it.
const stroked: Record<string, string> = { Ł: "L\u0335", Ø: "O\u0335", Đ: "D\u0335", ẞ: "S" };

const markNames: Record<string, Message | undefined> = {
  "\u0300": m.checks_mark_grave, "\u0301": m.checks_mark_acute, "\u0302": m.checks_mark_circumflex, "\u0303": m.checks_mark_tilde,
  "\u0306": m.checks_mark_breve, "\u0307": m.checks_mark_dot, "\u0308": m.checks_mark_diaeresis, "\u030a": m.checks_mark_ring,
  "\u030b": m.checks_mark_double_acute, "\u030c": m.checks_mark_caron, "\u0304": m.checks_mark_macron, "\u0327": m.checks_mark_cedilla,
  "\u0328": m.checks_mark_ogonek, "\u0335": m.checks_mark_stroke,
};

const signs: Record<string, Message | undefined> = {
  "@": m.checks_sign_at, ".": m.checks_sign_dot, "-": m.checks_sign_hyphen, "_": m.checks_sign_underscore, "+": m.checks_sign_plus,
  "/": m.checks_sign_slash, "&": m.checks_sign_and, "'": m.checks_sign_apostrophe, "’": m.checks_sign_apostrophe, ",": m.checks_sign_comma,
};

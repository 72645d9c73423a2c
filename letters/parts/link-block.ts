import { renderSVG } from "uqr";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { Block } from "./blocks";
import type { TypedLink } from "./props";

/** A link as paper has it: a QR code for a phone's camera, and the page with the code for everybody else. */
export function linkBlock({ url, page, code }: TypedLink, words: { heading: string | null; text: string }, locale: Locale): Block {
  return {
    type: "link",
    ...words,
    qr: renderSVG(url, { ecc: "M", border: 0 }),
    alt: m.letters_qr_alt({ url }, { locale }),
    facts: [
      { label: m.letters_link_page({}, { locale }), value: page },
      { label: m.letters_link_code({}, { locale }), value: code, big: true },
    ],
  };
}

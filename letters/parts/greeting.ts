import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import type { Block } from "./blocks";

/** "Dear Anna Weber,": the name is isolated (Unicode's FSI and PDI), so that it cannot turn the words around it. */
export function greeting(name: string, locale: Locale): Block {
  const text = name ? m.letters_greeting_name({ name: `\u2068${name}\u2069` }, { locale }) : m.mail_greeting({}, { locale });
  return { type: "paragraph", text };
}

import { getLocale as current, isLocale, locales } from "./generated/runtime.js";

export type Locale = (typeof locales)[number];
export { isLocale, locales };

/** The locale of the request being answered (server) or of the page (browser). */
export function getLocale(): Locale {
  return current();
}

/** "German": a language by its name in the reader's. */
export function languageName(locale: Locale): string {
  return new Intl.DisplayNames([getLocale()], { type: "language" }).of(locale) ?? locale;
}

import type { Locale } from "./locale";

const ONE_YEAR = 365 * 24 * 60 * 60;

/** The `Set-Cookie` value that remembers a language. Scripts may read it: staff pages pick their messages by it. */
export function localeCookie(locale: Locale): string {
  return `locale=${locale}; Path=/; Max-Age=${ONE_YEAR}; SameSite=Lax`;
}

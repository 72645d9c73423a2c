import { useLocation } from "@remix-run/react";
import { getLocale } from "~/i18n/locale";
import type { Locale } from "~/i18n/locale";
import { m } from "~/i18n/messages";

const names: Record<Locale, string> = { de: "Deutsch", en: "English", hu: "Magyar" };

/** The languages, each in its own name. A plain form, since the whole page changes. */
export function LanguageSwitch() {
  const { pathname, search } = useLocation();
  return (
    <form method="post" action="/language" aria-label={m.shell_language()} className="flex flex-wrap">
      <input type="hidden" name="return_to" value={pathname + search} />
      {(Object.keys(names) as Locale[]).map((locale) => (
        <LanguageButton key={locale} locale={locale} />
      ))}
    </form>
  );
}

function LanguageButton({ locale }: { locale: Locale }) {
  const current = locale === getLocale();
  const look = current ? "font-semibold underline decoration-2 underline-offset-4" : "text-ink-soft hover:text-ink hover:underline";
  return (
    <button name="locale" value={locale} lang={locale} aria-current={current || undefined} className={`min-h-(--control) cursor-pointer px-2 text-sm ${look}`}>
      {names[locale]}
    </button>
  );
}

/** Paraglide's options, for the Vite plugin and for `paraglide-js compile` alike. */
export const paraglideOptions = {
  project: "./app/i18n/project.inlang",
  outdir: "./app/i18n/generated",
  strategy: ["cookie", "preferredLanguage", "baseLocale"] as ["cookie", "preferredLanguage", "baseLocale"],
  cookieName: "locale",
  emitTsDeclarations: true,
};

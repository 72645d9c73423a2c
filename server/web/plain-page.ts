import type { Request, Response } from "express";

type Status = 400 | 403 | 404 | 413 | 500;
const locales = ["en", "de", "hu"] as const;
type Locale = (typeof locales)[number];

const texts: Record<Locale, Record<Status, string>> = {
  en: {
    400: "Your browser sent something we cannot read. Please go back and try once more.",
    403: "This form was sent from another website, so we have not taken it. Please open our page and fill in the form there.",
    404: "There is nothing here.",
    413: "That is more than we can take in one go (1 MB at most). Please go back and send less.",
    500: "Something went wrong on our side and nothing was saved. Please try again in a few minutes.",
  },
  de: {
    400: "Ihr Browser hat etwas gesendet, das wir nicht lesen können. Bitte gehen Sie zurück und versuchen Sie es noch einmal.",
    403: "Dieses Formular kam von einer anderen Website, deshalb haben wir es nicht angenommen. Bitte öffnen Sie unsere Seite und füllen Sie das Formular dort aus.",
    404: "Hier ist nichts.",
    413: "Das ist mehr, als wir auf einmal annehmen können (höchstens 1 MB). Bitte gehen Sie zurück und senden Sie weniger.",
    500: "Bei uns ist etwas schiefgegangen, und es wurde nichts gespeichert. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
  },
  hu: {
    400: "A böngészője olyasmit küldött, amit nem tudunk elolvasni. Kérjük, lépjen vissza, és próbálja meg még egyszer.",
    403: "Ez az űrlap egy másik webhelyről érkezett, ezért nem fogadtuk el. Kérjük, nyissa meg az oldalunkat, és ott töltse ki az űrlapot.",
    404: "Itt nincs semmi.",
    413: "Ez több, mint amennyit egyszerre fogadni tudunk (legfeljebb 1 MB). Kérjük, lépjen vissza, és küldjön kevesebbet.",
    500: "Nálunk hiba történt, és semmit sem mentettünk el. Kérjük, próbálja meg újra néhány perc múlva.",
  },
};

/** Answers with a sentence in the person's language, for what never reaches the site itself. */
export function sendPlainPage(request: Request, response: Response, status: Status): void {
  const locale = localeOf(request);
  response.status(status).type("html").send(
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status}</title><p>${texts[locale][status]}</p></html>`,
  );
}

function localeOf(request: Request): Locale {
  const chosen = /(?:^|; )locale=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  return locales.find((locale) => locale === chosen) ?? (request.acceptsLanguages([...locales]) || "en") as Locale;
}

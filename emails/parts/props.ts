import { z } from "zod";
import { locales } from "~/i18n/locale";

/** The language a mail is written in: the recipient's, never that of the request that caused it. */
export const locale = z.enum(locales);

/** A code that a person types into the site, as Auth makes it. */
export const code = z.string().regex(/^\d{8}$/);

/** How long a code or a link holds. */
export const minutes = z.int().positive();

/** A day, as a date or as a moment of it. */
export const day = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** An address on the site; nothing but http(s) becomes a link in a mail. */
export const pageUrl = z.url({ protocol: /^https?$/ });

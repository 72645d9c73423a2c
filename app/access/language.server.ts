import { z } from "zod";
import { dbAs } from "~/db/client.server";
import type { Locale } from "~/i18n/locale";
import { isGenuine, readToken } from "./token.server";

/** Keeps the language in the profile of whoever is signed in; others have it in their cookie alone. */
export async function rememberLanguage(request: Request, locale: Locale): Promise<void> {
  const token = await readToken(request.headers.get("cookie"));
  if (token && (await isGenuine(token))) await dbAs(token, request).call("set_language", { locale }, z.null());
}

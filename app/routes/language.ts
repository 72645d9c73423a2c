import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { rememberLanguage } from "~/access/language.server";
import { isLocale } from "~/i18n/locale";
import { localeCookie } from "~/i18n/locale-cookie";
import { localPath } from "~/local-path";

/** Chooses a language, also for the mails of somebody who is signed in, and goes back to where that was done. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get("locale");
  if (!isLocale(locale)) throw new Response(null, { status: 400 });
  await rememberLanguage(request, locale);
  return redirect(localPath(form.get("return_to")), { headers: { "Set-Cookie": localeCookie(locale) } });
}

/** Reached by reloading or a typed address: there is nothing to see here. */
export function loader() {
  return redirect("/");
}

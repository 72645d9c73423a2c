import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { answerWithExport } from "~/exports/answer.server";
import { readWish } from "~/exports/exports.server";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { paths } from "~/paths";

/** Answers with the file that was asked for, or with the sentence that says why there is none. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const wish = readWish(await request.formData());
  try {
    return await answerWithExport(db, wish, getLocale());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return new Response(errorText(error.messageKey), { status: error.status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.home());
}

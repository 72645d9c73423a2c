import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { getLocale } from "~/i18n/locale";
import { renderDocument } from "~/letters/print.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentOf } from "~/rights/data-document.server";
import { fileAnswer } from "~/rights/file-answer.server";
import { takeData } from "~/rights/rights.server";

/** Answers with everything held about the customer, to read and to print. A POST, since the copy is logged and counted. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const taken = await takeData(db, parameter(params, "customer"), "pdf");
  if (taken.status === "limited") return redirect(paths.tryAgain(taken.retryAt));
  return fileAnswer(await renderDocument(documentOf(taken, getLocale())), "application/pdf", taken, "pdf");
}

/** Reached by a typed address: the settings have the button. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.rights(parameter(params, "customer")));
}

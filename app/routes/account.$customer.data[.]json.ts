import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { fileAnswer } from "~/rights/file-answer.server";
import { takeData } from "~/rights/rights.server";

/** Answers with everything held about the customer. A POST, since the copy is logged and counted. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const taken = await takeData(db, parameter(params, "customer"), "json");
  if (taken.status === "limited") return redirect(paths.tryAgain(taken.retryAt));
  const { status: _, ...held } = taken;
  return fileAnswer(JSON.stringify(held, null, 2), "application/json; charset=utf-8", held, "json");
}

/** Reached by a typed address: the settings have the button. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.rights(parameter(params, "customer")));
}

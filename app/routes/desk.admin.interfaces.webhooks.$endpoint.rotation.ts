import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { outcomeOf } from "~/webhooks/act-outcome.server";
import { rotateSecret } from "~/webhooks/webhooks.server";

/** Has a new secret sign, for a day beside the old one. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const endpoint = parameter(params, "endpoint");
  const outcome = await outcomeOf("rotated", () => rotateSecret(db, endpoint));
  return redirect(`${paths.webhook(endpoint)}?${outcome}`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.webhook(parameter(params, "endpoint")));
}

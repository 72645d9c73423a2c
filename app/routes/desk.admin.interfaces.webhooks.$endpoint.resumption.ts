import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { outcomeOf } from "~/webhooks/act-outcome.server";
import { switchEndpoint } from "~/webhooks/webhooks.server";

/** Switches an endpoint on again; it gets what it missed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const endpoint = parameter(params, "endpoint");
  const outcome = await outcomeOf("on", () => switchEndpoint(db, endpoint, true));
  return redirect(`${paths.webhook(endpoint)}?${outcome}`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.webhook(parameter(params, "endpoint")));
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { escalateConcern } from "~/concerns/concerns.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Raises a complaint to a supervisor; its page says by when they answer. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const reference = parameter(params, "reference");
  await escalateConcern(db, customer, reference);
  return redirect(paths.concern(customer, reference));
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.concern(parameter(params, "customer"), parameter(params, "reference")));
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { withdrawErasure } from "~/rights/rights.server";

/** Takes the wish for erasure back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  await withdrawErasure(db, customer);
  return redirect(paths.erasureRequest(customer));
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.erasureRequest(parameter(params, "customer")));
}

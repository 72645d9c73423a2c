import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { withdrawInvitation } from "~/people/people.server";

/** Takes an invitation back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  await withdrawInvitation(db, customer, parameter(params, "invitation"));
  return redirect(`${paths.people(customer)}?done=withdrawn`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.people(parameter(params, "customer")));
}

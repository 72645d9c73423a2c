import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { closeConcern } from "~/concerns/desk-concerns.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Closes the concern. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const reference = parameter(params, "reference");
  await closeConcern(db, reference);
  return redirect(paths.deskConcern(reference));
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.deskConcern(parameter(params, "reference")));
}

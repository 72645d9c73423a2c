import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { takeConcern } from "~/concerns/desk-concerns.server";
import { Refusal } from "~/db/refusal";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Makes whoever presses the one who works on the concern. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const reference = parameter(params, "reference");
  try {
    await takeConcern(db, reference);
    return redirect(paths.deskConcern(reference));
  } catch (error) {
    if (error instanceof Refusal && error.code === "concern_is_closed") return redirect(`${paths.deskConcern(reference)}?settled`);
    throw error;
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.deskConcern(parameter(params, "reference")));
}

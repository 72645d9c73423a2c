import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { handOverConcern } from "~/concerns/desk-concerns.server";
import { Refusal } from "~/db/refusal";
import { formText } from "~/form-text";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Hands the concern to another department, whose people take it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const reference = parameter(params, "reference");
  const department = formText(await request.formData(), "department");
  try {
    await handOverConcern(db, reference, department);
    return redirect(paths.deskConcern(reference));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "concern_is_closed") return redirect(`${paths.deskConcern(reference)}?settled`);
    throw new Response(null, { status: 400 });
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.deskConcern(parameter(params, "reference")));
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { actOnImport } from "~/imports/imports.server";
import { redirectedRefusal } from "~/imports/refused.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Applies what was checked, or goes on after a pause. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const id = parameter(params, "import");
  return redirectedRefusal(paths.import(id), () => actOnImport(db, id, "apply"));
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.import(parameter(params, "import")));
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readRequestId } from "~/updates/request-id.server";
import { cancelMove } from "~/updates/save.server";

/** Calls off what is planned for a detail. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const [customer, detail] = [parameter(params, "customer"), parameter(params, "detail")];
  const saved = await cancelMove(db, customer, detail, readRequestId(await request.formData()));
  if (saved.status === "conflict") return redirect(`${paths.detail(customer, detail)}?changed`);
  return redirect("reference" in saved && saved.reference ? paths.update(customer, saved.reference) : paths.detail(customer, detail));
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.detail(parameter(params, "customer"), parameter(params, "detail")));
}

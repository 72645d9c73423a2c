import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { formText } from "~/form-text";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readRequestId } from "~/updates/request-id.server";
import { confirmEverything } from "~/updates/save.server";

/** "Everything is right": confirms all details not on hold, as they were when the page was made. Where one changed meanwhile, it leads back to look again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const form = await request.formData();
  const { status } = await confirmEverything(db, customer, formText(form, "seal"), readRequestId(form));
  return redirect(`${paths.account(customer)}?${status === "conflict" ? "changed" : "confirmed"}`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.account(parameter(params, "customer")));
}

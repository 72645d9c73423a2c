import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { orderLetterFromDesk } from "~/access/activation.server";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Orders the letter with which a customer signs in for the first time. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const { state } = await orderLetterFromDesk(db, account);
  return redirect(`${paths.record(account)}?letter=${state}`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.record(parameter(params, "account")));
}

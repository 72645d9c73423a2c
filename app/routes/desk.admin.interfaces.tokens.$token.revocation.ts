import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { revokeToken } from "~/interfaces/interfaces.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Ends a token. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  await revokeToken(db, parameter(params, "token"));
  return redirect(paths.interfaces());
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.interfaces());
}

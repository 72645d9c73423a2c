import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "~/access/session.server";
import { paths } from "~/paths";

export function action({ request }: ActionFunctionArgs) {
  return signOut(request);
}

/** Reached by a typed address: signing out takes a press, so that no other site's picture can do it. */
export function loader() {
  return redirect(paths.home());
}

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { answerInvitation } from "~/access/invitation.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Accepts an invitation: from now on the person acts for this customer. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const answered = await answerInvitation(db, parameter(params, "invitation"), true);
  return redirect(answered.state === "accepted" ? paths.account(answered.customer) : `${paths.acceptInvitation()}?gone`);
}

/** Reached by reloading: what is open is asked there. */
export function loader() {
  return redirect(paths.acceptInvitation());
}

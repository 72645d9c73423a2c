import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { answerInvitation } from "~/access/invitation.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Declines an invitation; who invited may invite again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  await answerInvitation(db, parameter(params, "invitation"), false);
  return redirect(paths.declined());
}

/** Reached by reloading: what is open is asked there. */
export function loader() {
  return redirect(paths.acceptInvitation());
}

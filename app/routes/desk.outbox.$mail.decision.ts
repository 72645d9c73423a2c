import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { decideOnMail, readMailDecision } from "~/outbox/outbox.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Sends a stuck mail again or lets it be; what somebody else decided meanwhile stands. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const decision = readMailDecision(await request.formData());
  try {
    await decideOnMail(db, parameter(params, "mail"), decision);
    return redirect(paths.outbox());
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "mail_is_settled") throw error;
    return redirect(`${paths.outbox()}?settled`);
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.outbox());
}

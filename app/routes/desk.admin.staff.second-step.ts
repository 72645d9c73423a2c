import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { paths } from "~/paths";
import { requireSecondStep } from "~/staff/staff.server";

/** Asks all staff for the second step, or leaves it to each; why it cannot be, the page of staff tells. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  try {
    await requireSecondStep(db, (await request.formData()).get("required") === "yes");
    return redirect(paths.staff());
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return redirect(`${paths.staff()}?refused=${error.code}`);
  }
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.staff());
}

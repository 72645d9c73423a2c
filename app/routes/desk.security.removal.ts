import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { removeSecondStep } from "~/access/second-step.server";
import { paths } from "~/paths";
import { readFactor, readSecurity } from "~/staff/security.server";

/** Removes the second step, where nobody asks for it. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const { required, missing } = await readSecurity(db);
  const factor = readFactor(await request.formData());
  if (!required && !missing) await removeSecondStep(request, factor);
  return redirect(paths.security());
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.security());
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { setStaffActive } from "~/staff/staff.server";

/** Lets somebody who left in again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const member = parameter(params, "member");
  await setStaffActive(db, member, true);
  return redirect(`${paths.staffMember(member)}?reactivated`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.staffMember(parameter(params, "member")));
}

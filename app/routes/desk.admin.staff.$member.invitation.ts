import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { inviteAgain } from "~/staff/staff.server";

/** Mails the invitation once more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const member = parameter(params, "member");
  return redirect(`${paths.staffMember(member)}?${await inviteAgain(db, member)}`);
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.staffMember(parameter(params, "member")));
}

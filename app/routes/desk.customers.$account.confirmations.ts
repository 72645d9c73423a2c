import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, replace } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { confirmOnCall, readAsked } from "~/desk/questions.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readRequestId } from "~/updates/request-id.server";

/** "Right", said on a call: the detail is fresh again, and the record goes on to its next question. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const form = await request.formData();
  const confirmed = await confirmOnCall(db, account, readAsked(form), readRequestId(form));
  return replace(`${paths.record(account)}?asked=${confirmed ? "right" : "overtaken"}`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.record(parameter(params, "account")));
}

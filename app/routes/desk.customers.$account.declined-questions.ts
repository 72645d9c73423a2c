import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, replace } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { declineQuestion, readAsked } from "~/desk/questions.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** The customer would rather not say: the detail is not asked about on calls for a month. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const { detail } = readAsked(await request.formData());
  await declineQuestion(db, account, detail);
  return replace(`${paths.record(account)}?asked=declined`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.record(parameter(params, "account")));
}

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { formText } from "~/form-text";
import { discardNote } from "~/notes/notes.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Throws a draft away and leads back to the record. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = formText(await request.formData(), "account");
  await discardNote(db, parameter(params, "draft"));
  return redirect(/^\d{8}$/.test(account) ? paths.record(account) : paths.desk());
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.desk());
}

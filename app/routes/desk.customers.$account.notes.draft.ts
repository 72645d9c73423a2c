import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { formText } from "~/form-text";
import { readWay } from "~/notes/note-fields";
import { startNote } from "~/notes/notes.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Begins a note about the customer, or goes on with the one begun: about a call received, unless the form says otherwise. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const { channel, direction } = readWay(formText(await request.formData(), "way")) ?? { channel: "phone", direction: "in" };
  try {
    await startNote(db, account, channel, direction);
    return redirect(paths.newNote(account));
  } catch (error) {
    // the record says that the customer was erased
    if (error instanceof Refusal) return redirect(paths.record(account));
    throw error;
  }
}

/** Reached by reloading: the note's page is the place. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.newNote(parameter(params, "account")));
}

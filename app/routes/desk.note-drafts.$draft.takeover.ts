import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { takeOverNote } from "~/notes/notes.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** Goes on with what somebody who has left was writing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  return redirect(paths.newNote(await takeOverNote(db, parameter(params, "draft"))));
}

/** Reached by reloading: the promises' page lists the notes that the reader has begun. */
export function loader() {
  return redirect(paths.commitments());
}

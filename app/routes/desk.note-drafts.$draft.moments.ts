import type { ActionFunctionArgs } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { formText } from "~/form-text";
import { timeNote } from "~/notes/notes.server";
import { parameter } from "~/parameter";

/** Notes a moment of the contact by the database's time; the page's script reads the clock as JSON. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  return Response.json(await timeNote(db, parameter(params, "draft"), formText(await request.formData(), "act")));
}

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireSession } from "~/access/guard.server";
import { formText } from "~/form-text";
import { sendReminders } from "~/outreach/outreach.server";
import { selectionFields } from "~/outreach/queue-form";
import { readPlace, writePlace } from "~/outreach/queue-place";
import { writeSent } from "~/outreach/sent";
import { paths } from "~/paths";

const selectionSchema = z.array(z.uuid()).max(200);

/** Reminds the selected customers and leads back to the page of the queue they stood on. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  const { data: selected } = selectionSchema.safeParse(form.getAll(selectionFields.customer));
  if (!selected) throw new Response(null, { status: 400 });
  const place = writePlace(readPlace(new URLSearchParams(formText(form, selectionFields.place))));
  const outcome = selected.length === 0 ? "nothing-selected" : writeSent(await sendReminders(db, selected));
  return redirect(`${paths.outreach()}?${[place, outcome].filter(Boolean).join("&")}`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.outreach());
}

import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireSession } from "~/access/guard.server";
import { ENVELOPE } from "~/letters/envelope-form";
import { claimLetters } from "~/letters/letters.server";
import { paths } from "~/paths";

const selectionSchema = z.array(z.uuid()).max(100);

/** Takes the chosen envelopes to the printer of whoever asks, and leads to the page of their batch. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const { data: selected } = selectionSchema.safeParse((await request.formData()).getAll(ENVELOPE));
  if (!selected) throw new Response(null, { status: 400 });
  if (selected.length === 0) return redirect(`${paths.letters()}?nothing-selected`);
  const { batch, envelopes } = await claimLetters(db, selected);
  if (!batch) return redirect(`${paths.letters()}?taken`);
  return redirect(envelopes < selected.length ? `${paths.letterBatch(batch)}?fewer` : paths.letterBatch(batch));
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.letters());
}

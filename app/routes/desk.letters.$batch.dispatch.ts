import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { markSent } from "~/letters/letters.server";
import { settled } from "~/letters/settled.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";

/** The letters of a batch are in the post. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  return redirect(await settled("sent", markSent(db, parameter(params, "batch"))));
}

/** Reached by reloading: there is nothing to see here. */
export function loader() {
  return redirect(paths.letters());
}

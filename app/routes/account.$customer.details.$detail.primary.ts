import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readRequestId } from "~/updates/request-id.server";
import { makePrimary } from "~/updates/save.server";

/** Puts a detail first among those of its kind. Where it was changed since it was seen, it leads back to look again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const [customer, detail] = [parameter(params, "customer"), parameter(params, "detail")];
  const form = await request.formData();
  const { data: version } = z.coerce.number().int().safeParse(form.get("version"));
  if (version === undefined) throw new Response(null, { status: 400 });
  const saved = await makePrimary(db, customer, { detail, version }, readRequestId(form));
  if (saved.status === "conflict") return redirect(`${paths.detail(customer, detail)}?changed`);
  return redirect("reference" in saved && saved.reference ? paths.update(customer, saved.reference) : paths.detail(customer, detail));
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.detail(parameter(params, "customer"), parameter(params, "detail")));
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { requireSession } from "~/access/guard.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readRequestId } from "~/updates/request-id.server";
import { confirmAsSeen } from "~/updates/save.server";

const seenSchema = z.array(z.string().transform((text): unknown => text.split(" ")).pipe(z.tuple([z.uuid(), z.coerce.number().int()]))).min(1);

/** "Still right": confirms details as they were seen. Where one changed meanwhile, it leads back to look again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const form = await request.formData();
  const overview = paths.account(customer);
  const { data: seen } = seenSchema.safeParse(form.getAll("detail"));
  if (!seen) throw new Response(null, { status: 400 });
  const confirmed = await confirmAsSeen(db, customer, seen.map(([detail, version]) => ({ detail, version })), readRequestId(form));
  if (!confirmed) return redirect(`${overview}?changed`);
  return redirect(seen.length === 1 ? `${overview}?confirmed=one` : `${overview}?confirmed`);
}

/** Reached by reloading: there is nothing to see here. */
export function loader({ params }: LoaderFunctionArgs) {
  return redirect(paths.account(parameter(params, "customer")));
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { readPulse } from "~/desk/pulse.server";
import { parameter } from "~/parameter";

/** What an open record asks every few seconds: whether somebody has changed something meanwhile. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  return Response.json(await readPulse(db, parameter(params, "account")), { headers: { "Cache-Control": "no-store" } });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { readBearer } from "~/access/bearer.server";
import { readChanges } from "~/change-feed/changes.server";
import { problem, problemOf, tokenMissing } from "~/change-feed/problem.server";

/** The change feed: one page of what changed behind `?cursor`, for the bearer of a token. */
export async function loader({ request }: LoaderFunctionArgs) {
  const bearer = readBearer(request);
  if (!bearer) return tokenMissing();
  try {
    const page = await readChanges(bearer.db, bearer.tokenHash, new URL(request.url).searchParams);
    return Response.json(page, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    return problemOf(error);
  }
}

/** Nothing is written here. */
export function action() {
  return problem(405, "method_not_allowed", { Allow: "GET, HEAD" });
}

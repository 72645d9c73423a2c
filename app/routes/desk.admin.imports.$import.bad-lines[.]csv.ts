import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSession } from "~/access/guard.server";
import { badLinesFile } from "~/imports/bad-lines.server";
import { parameter } from "~/parameter";

/** The bad lines of an import as a file that can be mended and imported. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  return badLinesFile(db, parameter(params, "import"));
}

import { openApi } from "~/change-feed/openapi.server";

/** The interfaces for other systems as an OpenAPI 3.1 document, for programs that make clients of it. */
export function loader() {
  return Response.json(openApi(), { headers: { "Cache-Control": "public, max-age=300" } });
}

import type { EntryContext } from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";

/** So many seconds keep who has tried too often away where nothing says more. */
const DEFAULT_SECONDS = 60;

/**
 * The seconds of a 429's `Retry-After`, from the `retryAt` (an ISO timestamp) that the route's data or error carries:
 * a page says it in words, this says it to programs.
 */
export function retryAfter({ staticHandlerContext: { actionData, loaderData, errors } }: EntryContext, now = Date.now()): number {
  const told = [...Object.values(errors ?? {}).map((error) => (isRouteErrorResponse(error) ? error.data as unknown : null)), ...values(actionData), ...values(loaderData)];
  for (const data of told) {
    const { retryAt } = Object(data) as { retryAt?: unknown };
    if (typeof retryAt === "string") return Math.max(1, Math.ceil((Date.parse(retryAt) - now) / 1000));
  }
  return DEFAULT_SECONDS;
}

function values(data: object | null): unknown[] {
  return Object.values(data ?? {});
}

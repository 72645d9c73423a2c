import { isRouteErrorResponse, useRouteError } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { ErrorPage } from "~/ui/error-page";
import { ObjectionOutcome } from "./objection-page";

/** Instead of the page that a link does not open (any more): what that means, and whom to ask. Other errors look as everywhere. */
export function LinkBoundary() {
  const error = useRouteError();
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status === 410) return <ObjectionOutcome title={m.links_expired_title()} intro={m.links_expired_intro()} />;
  // an id that is none is refused as a bad request
  if (status === 404 || status === 400) return <ObjectionOutcome title={m.links_unknown_title()} intro={m.links_unknown_intro()} />;
  return <ErrorPage status={status} />;
}

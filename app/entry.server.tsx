import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { errorTrace } from "./error-trace.server";
import { pageBody } from "./page-body.server";
import { retryAfter } from "./retry-after.server";
import { NonceProvider } from "./ui/nonce";

export { refreshSession } from "./access/session.server";
export { paraglideMiddleware } from "./i18n/generated/server.js";
export { badLinesOf, importFile } from "./imports/command.server";
export { admitsToMetrics, readMigrations, readQueues, reportMinute } from "./system/watch.server";
export { runWorker } from "./worker.server";

/** How long a page may take to render, in milliseconds. */
export const streamTimeout = 5000;

/** Renders a page: people get its beginning as soon as there is one, robots the whole. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { cspNonce, requestId }: AppLoadContext): Promise<Response> {
  const whole = isbot(request.headers.get("user-agent")) || context.isSpaMode;
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    let begun = false;
    const begin = () => {
      begun = true;
      const body = pageBody();
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Cache-Control", "private, no-store");
      if (status === 429) headers.set("Retry-After", String(retryAfter(context)));
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }));
      pipe(body);
    };
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={cspNonce}>
        <RemixServer context={context} url={request.url} nonce={cspNonce} abortDelay={streamTimeout} />
      </NonceProvider>,
      {
        nonce: cspNonce,
        [whole ? "onAllReady" : "onShellReady"]: begin,
        onShellError: reject,
        onError: (error: unknown) => {
          finalStatus = 500;
          // An error before the page began is thrown, and logged by `handleError`.
          if (begun) logError(error, requestId);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Logs what a loader or action throws, under the request's id. A person who went away or astray is no fault. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  logError(error, context.requestId);
}

function logError(error: unknown, id: string): void {
  console.error(JSON.stringify({ time: new Date().toISOString(), what: "error", id, ...errorTrace(error) }));
}

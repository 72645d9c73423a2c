import { createReadableStreamFromReadable } from "@remix-run/node";
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { PassThrough } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { NonceProvider } from "./ui/nonce";

export { refreshSession } from "./access/session.server";
export { paraglideMiddleware } from "./i18n/generated/server.js";
export { runWorker } from "./mail/worker.server";

/** How long a page may take to render, in milliseconds. */
export const streamTimeout = 5000;

/** Renders a page: people get its beginning as soon as there is one, robots the whole. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext, { cspNonce }: AppLoadContext): Promise<Response> {
  const whole = isbot(request.headers.get("user-agent")) || context.isSpaMode;
  return new Promise((resolve, reject) => {
    let finalStatus = status;
    let begun = false;
    const begin = () => {
      begun = true;
      const body = new PassThrough();
      headers.set("Content-Type", "text/html; charset=utf-8");
      headers.set("Cache-Control", "private, no-store");
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
          if (begun) console.error(error);
        },
      },
    );
    setTimeout(abort, streamTimeout + 1000).unref();
  });
}

/** Logs what a loader or action throws, under the request's id. A person who went away or astray is no fault. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  console.error(JSON.stringify({ id: context.requestId, error: error instanceof Error ? error.stack : String(error) }));
}

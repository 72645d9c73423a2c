import { createRequestHandler, writeReadableStreamToWritable } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import type { SiteBuild } from "./build.ts";
import { siteHost } from "./same-site.ts";

/** Hands the request to Remix, in the language that it asks for. Expects the body to be read. */
export function serveSite(build: () => Promise<SiteBuild>, mode: "development" | "production"): RequestHandler {
  return (request, response, next) => {
    const answer = async () => {
      const site = await build();
      const handle = createRequestHandler(site, mode);
      const context = { cspNonce: String(response.locals.cspNonce), requestId: String(response.locals.requestId) };
      const page = await site.entry.module.paraglideMiddleware(toRequest(request, response), ({ request: localized }) => handle(localized, context));
      await send(page, response);
    };
    answer().catch(next);
  };
}

function toRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const controller = new AbortController();
  response.on("close", () => { if (!response.writableFinished) controller.abort(); });
  const body: unknown = request.body;
  return new Request(`${request.protocol}://${siteHost(request)}${request.originalUrl}`, {
    method: request.method,
    headers: toHeaders(request),
    body: Buffer.isBuffer(body) && body.length > 0 ? new Uint8Array(body) : null,
    signal: controller.signal,
  });
}

function toHeaders(request: ExpressRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  // Remix compares a form's origin with this header first: it must say what we have checked.
  headers.set("x-forwarded-host", siteHost(request));
  // Tries are counted by network; what a browser claims in this header is overwritten.
  headers.set("x-kartei-client", request.ip ?? "unknown");
  return headers;
}

async function send(page: Response, response: ExpressResponse): Promise<void> {
  response.status(page.status);
  for (const [name, value] of page.headers) response.append(name, value);
  if (page.body) await writeReadableStreamToWritable(page.body, response);
  else response.end();
}

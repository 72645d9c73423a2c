import { createRequestHandler } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { SiteBuild } from "./build.ts";
import { siteHost } from "./same-site.ts";

/** Hands the request to Remix, in the language that it asks for. Expects the body to be read, unless it is an upload's. */
export function serveSite(build: () => Promise<SiteBuild>, mode: "development" | "production"): RequestHandler {
  return (request, response, next) => {
    const answer = async () => {
      const site = await build();
      const handle = handlerOf(site, mode);
      const context = { cspNonce: String(response.locals.cspNonce), requestId: String(response.locals.requestId) };
      const page = await site.entry.module.paraglideMiddleware(toRequest(request, response), ({ request: localized }) => handle(localized, context));
      dropRest(request);
      await send(page, response);
    };
    answer().catch(next);
  };
}

type Handler = ReturnType<typeof createRequestHandler>;
const handlers = new WeakMap<SiteBuild, Handler>();

// Remix makes its router of all routes when a handler is used first: one for each build, not for each request.
function handlerOf(site: SiteBuild, mode: "development" | "production"): Handler {
  const handle = handlers.get(site) ?? createRequestHandler(site, mode);
  handlers.set(site, handle);
  return handle;
}

function toRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const controller = new AbortController();
  response.on("close", () => { if (!response.writableFinished) controller.abort(); });
  return new Request(`${request.protocol}://${siteHost(request)}${request.originalUrl}`, {
    method: request.method,
    headers: toHeaders(request),
    body: bodyOf(request),
    duplex: "half",
    signal: controller.signal,
  });
}

function bodyOf(request: ExpressRequest): BodyInit | null {
  if (request.method === "GET" || request.method === "HEAD") return null;
  const body: unknown = request.body;
  if (Buffer.isBuffer(body)) return body.length > 0 ? new Uint8Array(body) : null;
  return request.readableEnded ? null : (Readable.toWeb(request) as unknown as BodyInit);
}

// A browser reads no answer before it has sent its whole form: what the route left unread of an upload is taken and dropped.
function dropRest(request: ExpressRequest): void {
  if (request.readableEnded || request.destroyed) return;
  request.removeAllListeners("data");
  request.resume();
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

// Remix's own writer does not wait for the receiver: a long file to a slow one would pile up in memory.
async function send(page: Response, response: ExpressResponse): Promise<void> {
  response.status(page.status);
  for (const [name, value] of page.headers) response.append(name, value);
  if (!page.body) {
    response.end();
    return;
  }
  // The log, the abort, the reader of the body, the compressor and the pipeline itself each listen for the answer's end.
  response.setMaxListeners(20);
  try {
    await pipeline(Readable.fromWeb(page.body as ReadableStream), response);
  } catch (error) {
    // A person who went away is no fault; the request's log says so.
    if (!hasGone(error)) throw error;
  }
}

function hasGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}

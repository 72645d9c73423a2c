import type { RequestHandler } from "express";
import { randomUUID } from "node:crypto";
import { tallied } from "../watch/database-calls.ts";
import type { WebWatch } from "../watch/watch-web.ts";
import type { SiteBuild } from "./build.ts";
import { routePattern } from "./route-pattern.ts";

/** Gives each request an id, which goes into the log, into the page's context and back as `X-Request-Id`. */
export const identifyRequest: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.locals.requestId = id;
  response.setHeader("X-Request-Id", id);
  next();
};

/**
 * Tells the watch of each answered request: its route's pattern and what it asked of the database, without the path,
 * query string, body, or anything that stands for a person.
 */
export function watchRequests(build: () => Promise<SiteBuild>, { answered }: WebWatch): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const db = { calls: 0, ms: 0 };
    const tell = async () => {
      const ms = performance.now() - began;
      const route = routePattern(await build(), request.path);
      const status = response.writableFinished ? response.statusCode : 499;
      answered({ id: String(response.locals.requestId), method: request.method, route, status, ms, db });
    };
    response.on("close", () => { void tell(); });
    tallied(db, next);
  };
}

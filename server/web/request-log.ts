import type { RequestHandler } from "express";
import { randomUUID } from "node:crypto";

/** Gives each request an id, which goes into the log, into the page's context and back as `X-Request-Id`. */
export const identifyRequest: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.locals.requestId = id;
  response.setHeader("X-Request-Id", id);
  next();
};

/** Writes one line of JSON per answered request, without query string, body, or anything that stands for a person. */
export const logRequest: RequestHandler = (request, response, next) => {
  const began = performance.now();
  response.on("close", () => {
    console.log(JSON.stringify({
      time: new Date().toISOString(),
      id: String(response.locals.requestId),
      method: request.method,
      path: patternOf(request.path),
      status: response.writableFinished ? response.statusCode : 499,
      ms: Math.round(performance.now() - began),
    }));
  });
  next();
};

/** `/desk/customers/:id/notes` for `/desk/customers/104711/notes`: ids, account numbers and tokens are left out. */
export function patternOf(path: string): string {
  return path.split("/").map((part) => (/\d|%|.{25}/.test(part) ? ":id" : part)).join("/");
}

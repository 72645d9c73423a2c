import type { ErrorRequestHandler } from "express";
import { errorTrace } from "../../app/error-trace.server.ts";
import { sendPlainPage } from "./plain-page.ts";

/** The last step: what went wrong before or around Remix. Faults of ours are logged, the sender's are not. */
export const answerErrors: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = statusOf(error);
  if (status === 500) {
    console.error(JSON.stringify({ time: new Date().toISOString(), what: "error", id: String(response.locals.requestId), ...errorTrace(error) }));
  }
  if (response.headersSent) {
    next(error);
    return;
  }
  // What is left of a body that was too large is not read.
  if (status === 413) response.setHeader("Connection", "close");
  sendPlainPage(request, response, status);
};

function statusOf(error: unknown): 400 | 404 | 413 | 500 {
  const status = error instanceof Error && "status" in error ? error.status : 500;
  if (status === 404 || status === 413) return status;
  return typeof status === "number" && status >= 400 && status < 500 ? 400 : 500;
}

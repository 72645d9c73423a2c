import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.ts";

/** Refuses a path that cannot be decoded (400): Remix would print it, whatever it holds, and go on with it as it is. */
export const refuseUnreadablePaths: RequestHandler = (request, response, next) => {
  if (isReadable(request.path)) next();
  else sendPlainPage(request, response, 400);
};

/** Whether the path's escapes spell characters. */
export function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

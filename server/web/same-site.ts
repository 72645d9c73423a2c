import type { Request, RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.ts";

/**
 * Refuses what another site makes a browser send (403): Remix would answer 500.
 * Hooks are signed by their senders, who are no browsers.
 */
export const refuseForeignPosts: RequestHandler = (request, response, next) => {
  const reads = request.method === "GET" || request.method === "HEAD";
  if (reads || request.path.startsWith("/hooks/") || !isForeign(request)) next();
  else sendPlainPage(request, response, 403);
};

function isForeign(request: Request): boolean {
  const origin = request.get("origin");
  if (origin !== undefined) return hostOf(origin) !== siteHost(request);
  const site = request.get("sec-fetch-site");
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/**
 * The host and port that the browser asked for; a proxy's word counts only where it is trusted.
 * Throws an error with status 400 when that is none.
 */
export function siteHost(request: Request): string {
  const address = `http://${forwardedHost(request) ?? request.get("host") ?? ""}`;
  if (!URL.canParse(address)) throw Object.assign(new Error("The request names no host"), { status: 400 });
  return new URL(address).host;
}

function forwardedHost(request: Request): string | undefined {
  const trust = request.app.get("trust proxy fn") as (address: string | undefined, hop: number) => boolean;
  return trust(request.socket.remoteAddress, 0) ? request.get("x-forwarded-host") : undefined;
}

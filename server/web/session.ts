import type { RequestHandler } from "express";
import type { SiteBuild } from "./build.ts";

/** Seconds that an answer may take. An export is written for many minutes, when its cookies have long been sent. */
const pageTakes = 60;
const exportTakes = 45 * 60;

/**
 * Renews a session that is about to end before the page is made: the page already sees the new cookies, and the
 * browser gets them with the answer, whatever that will be.
 */
export function renewSession(build: () => Promise<SiteBuild>): RequestHandler {
  return (request, response, next) => {
    if (request.path.startsWith("/hooks/")) {
      next();
      return;
    }
    const renew = async () => {
      const { refreshSession } = (await build()).entry.module;
      const { cookie, setCookie } = await refreshSession(request.headers.cookie ?? null, request.path === "/desk/exports" ? exportTakes : pageTakes);
      request.headers.cookie = cookie;
      for (const value of setCookie) response.append("Set-Cookie", value);
    };
    renew().then(() => { next(); }, next);
  };
}

import express from "express";
import type { Router } from "express";
import { isBearer } from "../watch/bearer.ts";
import type { WebWatch } from "../watch/watch-web.ts";

/**
 * What load balancers and Prometheus ask. `/healthz`: the process is up. `/readyz`: it may get requests, else 503 with
 * the reason in a word. `/metrics`: for the bearer of `METRICS_TOKEN`, which works without the database too, or of an
 * access token made for it; for everybody else there is none.
 */
export function probes({ unready, admits, scrape }: WebWatch, metricsToken: string | null): Router {
  const router = express.Router();
  router.use(["/healthz", "/readyz", "/metrics"], (_request, response, next) => {
    response.set("Cache-Control", "no-store").type("text/plain");
    next();
  });
  router.get("/healthz", (_request, response) => { response.send("ok"); });
  router.get("/readyz", (_request, response, next) => {
    unready().then((reason) => { response.status(reason ? 503 : 200).send(reason ?? "ready"); }, next);
  });
  router.get("/metrics", (request, response, next) => {
    const answer = async () => {
      const { authorization } = request.headers;
      if (!(metricsToken !== null && isBearer(authorization, metricsToken)) && !(await admits(authorization))) {
        response.sendStatus(404);
        return;
      }
      const { type, text } = await scrape();
      response.type(type).send(text);
    };
    answer().catch(next);
  });
  return router;
}

import compression from "compression";
import express from "express";
import type { Express, RequestHandler } from "express";
import { join } from "node:path";
import { projectRoot } from "../config/config.ts";
import { limitedBody } from "./body.ts";
import type { WebWatch } from "../watch/watch-web.ts";
import type { SiteBuild } from "./build.ts";
import { answerErrors } from "./errors.ts";
import { probes } from "./probes.ts";
import { refuseUnreadablePaths } from "./readable-path.ts";
import { identifyRequest, watchRequests } from "./request-log.ts";
import { refuseForeignPosts } from "./same-site.ts";
import { securityHeaders } from "./security-headers.ts";
import { renewSession } from "./session.ts";
import type { WebSettings } from "./settings.ts";
import { serveSite } from "./site.ts";

/** Where the site's code comes from: the bundle, or Vite in development. */
export interface SiteSource {
  build: () => Promise<SiteBuild>;
  /** Serves the assets in development. */
  middleware?: RequestHandler;
}

/** The site with everything that stands before it. A request passes the steps from top to bottom. */
export function createWebApp(settings: WebSettings, source: SiteSource, watch: WebWatch): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", settings.trustProxy);
  app.use(identifyRequest);
  app.use(securityHeaders(settings));
  app.use(probes(watch, settings.metricsToken));
  app.use(compression());
  app.use(source.middleware ?? builtAssets());
  app.use(watchRequests(source.build, watch));
  app.use(refuseUnreadablePaths);
  app.use(refuseForeignPosts);
  app.use(limitedBody);
  app.use(renewSession(source.build));
  app.use(serveSite(source.build, settings.development ? "development" : "production"));
  app.use(answerErrors);
  return app;
}

// Files in assets/ carry a hash of their content in their name.
function builtAssets(): RequestHandler {
  const client = join(projectRoot, "build/client");
  const assets = express.Router();
  assets.use("/assets", express.static(join(client, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  assets.use(express.static(client, { index: false, maxAge: "1h" }));
  return assets;
}

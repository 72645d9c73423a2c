import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../config/config.ts";
import type { SiteBuild } from "../web/build.ts";
import { StartError } from "./main.ts";

/** The site's bundle, as built last. Throws a `StartError` when it was never built. */
export async function takeBuild(): Promise<SiteBuild> {
  const file = join(projectRoot, "build/server/index.js");
  if (!existsSync(file)) throw new StartError("there is no build yet; npm run build makes one.");
  return (await import(pathToFileURL(file).href)) as SiteBuild;
}

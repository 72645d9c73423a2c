import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ProcessIdentity } from "../../app/system/watch.server.ts";
import { projectRoot } from "../config/config.ts";
import type { SiteBuild } from "../web/build.ts";

/** How this process makes itself known; its release is the package's version with the build's own. */
export function identityOf(kind: ProcessIdentity["kind"], { assets }: Pick<SiteBuild, "assets">): ProcessIdentity {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")));
  return { id: randomUUID(), kind, release: `${version}+${assets.version}` };
}

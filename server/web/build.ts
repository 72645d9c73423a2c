import type { ServerBuild } from "@remix-run/node";

/** The site's bundle, with what `app/entry.server.tsx` exports for the processes around it. */
export type SiteBuild = Omit<ServerBuild, "entry"> & { entry: { module: typeof import("../../app/entry.server.tsx") } };

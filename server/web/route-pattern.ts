import { matchRoutes } from "@remix-run/react";
import type { SiteBuild } from "./build.ts";
import { isReadable } from "./readable-path.ts";

type Routes = SiteBuild["routes"];
type Route = { id: string; path: string | undefined; index: boolean | undefined; children: Route[] };

/**
 * The pattern of the route that Remix takes for a path, such as `/desk/customers/:account/edit`; null where none fits.
 * What a browser asks for within a page (`.data`) is the page's.
 */
export function routePattern({ routes }: Pick<SiteBuild, "routes">, path: string): string | null {
  const page = path === "/_root.data" ? "/" : path.replace(/\.data$/, "");
  const matches = isReadable(page) ? matchRoutes(treeOf(routes) as Parameters<typeof matchRoutes>[0], page) : null;
  if (!matches) return null;
  const parts = matches.map(({ route }) => route.path ?? "");
  return `/${parts.filter((part) => part !== "").join("/")}`;
}

const trees = new WeakMap<Routes, Route[]>();

// Made once for each build; development has a new one after each change.
function treeOf(routes: Routes): Route[] {
  const tree = trees.get(routes) ?? below(undefined, routes);
  trees.set(routes, tree);
  return tree;
}

function below(parent: string | undefined, routes: Routes): Route[] {
  return Object.values(routes)
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index }) => ({ id, path, index, children: below(id, routes) }));
}

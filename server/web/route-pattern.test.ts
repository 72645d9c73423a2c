import { expect, it, vi } from "vitest";
import type { SiteBuild } from "./build.ts";
import { routePattern } from "./route-pattern.ts";

const files = { "_index": undefined, "desk._index": "desk", "desk.customers.$account._index": "desk/customers/:account", "desk.customers.$account.edit": "desk/customers/:account/edit", "desk.customers.new": "desk/customers/new" };
const root = { id: "root", path: "", parentId: undefined, module: {} };
const routes = Object.fromEntries([root, ...Object.entries(files).map(([id, path]) => ({ id, path, index: id.endsWith("_index"), parentId: "root", module: {} }))]
  .map((route) => [route.id, route])) as unknown as SiteBuild["routes"];

it.each([
  ["/", "/"],
  ["/_root.data", "/"],
  ["/desk", "/desk"],
  ["/desk.data", "/desk"],
  ["/desk/customers/41415928", "/desk/customers/:account"],
  ["/desk/customers/new", "/desk/customers/new"],
  ["/desk/customers/41415928/edit.data", "/desk/customers/:account/edit"],
  ["/desk/customers/41415928/", "/desk/customers/:account"],
])("finds for %s the pattern of its route", (path, pattern) => {
  expect(routePattern({ routes }, path)).toBe(pattern);
});

it.each(["/nowhere", "/desk/customers/1/2/3", "/desk/customers/%E0%A4%A"])("finds none for %s, and says nothing", (path) => {
  const warn = vi.spyOn(console, "warn");
  expect(routePattern({ routes }, path)).toBeNull();
  expect(warn).not.toHaveBeenCalled();
});

import type { Params } from "@remix-run/react";

/** A parameter of the route's own path; a missing one is a mistake in the route's file name. */
export function parameter(params: Params, name: string): string {
  const value = params[name];
  if (value === undefined) throw new Error(`This route has no parameter "${name}"`);
  return value;
}

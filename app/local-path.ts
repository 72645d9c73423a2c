const HERE = "http://here.invalid";

/**
 * The path and query of a form's `return_to`, or "/" where it would lead to another host.
 * Browsers read "//host", "/\host" and tabs within as addresses elsewhere, so the URL parser decides.
 */
export function localPath(value: unknown): string {
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, HERE)) return "/";
  const { origin, pathname, search } = new URL(value, HERE);
  const path = pathname + search;
  return origin === HERE && !path.startsWith("//") ? path : "/";
}

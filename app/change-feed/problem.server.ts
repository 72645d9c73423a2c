import { Refusal } from "~/db/refusal";

const titles: Record<string, string> = {
  bad_cursor: "The cursor is none of ours. Send back the last one you were given, unchanged.",
  bad_limit: "The limit must be a whole number from 1 to 1000.",
  token_missing: "Send your token in the header Authorization, as: Bearer kartei_…",
  token_unknown: "The token is unknown or has been revoked.",
  token_out_of_scope: "The token was made for something else.",
  method_not_allowed: "Only GET and HEAD are answered here.",
  database_unreachable: "Something is out of order on our side. Ask again in a moment.",
};

/** The answer to a program whose request cannot be served (RFC 9457), in English, which programmers read. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  const body = { type: "about:blank", title: titles[code] ?? "The request cannot be answered.", status, code };
  return Response.json(body, { status, headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers } });
}

/** The answer to one without a token. */
export function tokenMissing(): Response {
  return problem(401, "token_missing", { "WWW-Authenticate": 'Bearer realm="kartei"' });
}

/** The answer to a refusal; whatever else was thrown is thrown on. */
export function problemOf(error: unknown): Response {
  if (!(error instanceof Refusal)) throw error;
  const { status, code } = error;
  if (status === 401) return problem(status, code, { "WWW-Authenticate": 'Bearer realm="kartei", error="invalid_token"' });
  if (status === 403) return problem(status, code, { "WWW-Authenticate": 'Bearer realm="kartei", error="insufficient_scope"' });
  return problem(status, code, status === 503 ? { "Retry-After": "5" } : {});
}

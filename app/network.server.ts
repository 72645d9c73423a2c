import { createHash } from "node:crypto";

/** The network that a request comes from, hashed: enough to count by, nothing to look up. */
export function networkOf(request: Request): string {
  const address = request.headers.get("x-kartei-client") ?? "unknown";
  return createHash("sha256").update(address).digest("base64url").slice(0, 22);
}

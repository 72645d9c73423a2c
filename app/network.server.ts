import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { networkKey } from "~/env.server";

/**
 * The network that a request comes from, under a key of ours: enough to count tries by, nothing that the database
 * could look up. Of an IPv6 address only the first four groups count, which is what one household has.
 */
export function networkOf(request: Request): string {
  const address = request.headers.get("x-kartei-client") ?? "unknown";
  const network = isIPv6(address) ? new URL(`http://[${address}]`).hostname.split(":").slice(0, 4).join(":") : address;
  return createHmac("sha256", networkKey()).update(network).digest("base64url").slice(0, 22);
}

import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Why nothing is posted to an address: it lies within a private network, this machine, or what leads there. */
export class TargetRefused extends Error {
  readonly code = "target_refused";
}

/**
 * Whether an IP address belongs to the public internet. Loopback, private, link-local (a cloud's metadata), carrier's,
 * documentation and multicast addresses do not, nor those that carry an IPv4 address inside (NAT64, 6to4, Teredo);
 * an IPv4-mapped one is what it maps.
 */
export function isPublic(address: string): boolean {
  return ipaddr.process(address).range() === "unicast";
}

/** What is wrong with a webhook's address as it is written, or null; where its name leads to, shows when it is used. */
export function targetFault(address: string, privateAllowed: boolean): "unreadable" | "not_https" | "private" | null {
  if (address.length > 500 || /\s/.test(address) || !URL.canParse(address)) return "unreadable";
  const { protocol, username, password, hash, hostname } = new URL(address);
  if (!/^https?:$/.test(protocol) || username || password || hash) return "unreadable";
  if (privateAllowed) return null;
  if (protocol !== "https:") return "not_https";
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) ? !isPublic(host) : /^(?:.*\.)?localhost\.?$/.test(host)) return "private";
  return null;
}

/**
 * Resolves a name to its public addresses only. The connection is made to exactly these, so that a name that leads
 * elsewhere the next moment gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const [first, ...others] = error ? [] : addresses.filter(({ address }) => isPublic(address));
    if (error) callback(error, []);
    else if (!first) callback(new TargetRefused(`${hostname} leads to no public address`), []);
    else if (options.all) callback(null, [first, ...others]);
    else callback(null, first.address, first.family);
  });
};

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

/** Somebody signed in, with the customer that they look at and change. */
export interface Visitor {
  customer: string;
  /** The `Cookie` header. */
  cookie: string;
}

/** What came of a load: how many requests there were, the ones that failed, and the saves that the site took. */
export interface LoadResult {
  requests: number;
  failures: string[];
  /** The request ids of the saves. */
  saves: string[];
}

/** A machine that cannot keep up is not asked for more than these at a time. */
const UNDER_WAY = 12;

/**
 * Sends up to `perSecond` requests a second to a site until `signal` ends it: each visitor in turn opens their overview
 * and adds a fax number. Anything but the page or the way to the saved update is a failure.
 */
export async function putLoad(siteUrl: string, visitors: Visitor[], perSecond: number, signal: AbortSignal): Promise<LoadResult> {
  const result: LoadResult = { requests: 0, failures: [], saves: [] };
  const underWay = new Set<Promise<void>>();
  while (!signal.aborted) {
    const turn = result.requests;
    const visitor = visitors[turn % visitors.length];
    if (!visitor) throw new Error("A load needs visitors");
    const saves = Math.floor(turn / visitors.length) % 2 === 1;
    const request = (saves ? save(siteUrl, visitor, turn, result) : open(siteUrl, visitor))
      .catch((error: unknown) => { result.failures.push(String(error)); })
      .finally(() => { underWay.delete(request); });
    underWay.add(request);
    result.requests += 1;
    await sleep(1000 / perSecond, undefined, { signal }).catch(() => undefined);
    if (underWay.size >= UNDER_WAY) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return result;
}

async function open(siteUrl: string, { customer, cookie }: Visitor): Promise<void> {
  const answer = await fetch(`${siteUrl}/account/${customer}`, { headers: { cookie }, redirect: "manual" });
  const page = await answer.text();
  if (answer.status !== 200 || !page.includes("</html>")) throw new Error(`GET answered ${answer.status} ${page.slice(-100)}`);
}

async function save(siteUrl: string, { customer, cookie }: Visitor, turn: number, { saves }: LoadResult): Promise<void> {
  const request = randomUUID();
  const changes = JSON.stringify([{ op: "add", kind: "fax", value: `+4930231${String(250_000 + turn)}` }]);
  const answer = await fetch(`${siteUrl}/account/${customer}/updates`, {
    method: "POST", headers: { cookie, origin: siteUrl }, body: new URLSearchParams({ request_id: request, changes }), redirect: "manual",
  });
  await answer.text();
  if (!/\/updates\/[\w-]+$/.test(answer.headers.get("location") ?? "")) throw new Error(`POST answered ${answer.status}`);
  saves.push(request);
}

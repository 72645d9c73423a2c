/** The last row of a page, after which the next one begins. */
export type QueuePlace = { rank: number; customer: string };

/** The place that a query string names, if it names one. */
export function readPlace(query: URLSearchParams): QueuePlace | undefined {
  const customer = query.get("customer") ?? "";
  const rank = Number(query.get("rank") ?? Number.NaN);
  return Number.isFinite(rank) && /^[\da-f-]{36}$/.test(customer) ? { rank, customer } : undefined;
}

/** The query string for a place: "rank=3.5&customer=…", or "" for the beginning. */
export function writePlace(place: QueuePlace | undefined): string {
  return place ? new URLSearchParams({ rank: String(place.rank), customer: place.customer }).toString() : "";
}

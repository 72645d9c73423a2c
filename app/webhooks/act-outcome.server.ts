import { Refusal } from "~/db/refusal";

/** What became of an act about an endpoint: that it was done, or why it was not. */
const outcomes = ["tested", "rotated", "off", "on", "again", "replayed", "webhook_is_off", "rotated_lately", "delivery_is_under_way"] as const;
export type ActOutcome = (typeof outcomes)[number];

/** Does something about an endpoint; returns what became of it as its page's query, such as `tested` or `replayed=3`. */
export async function outcomeOf(done: ActOutcome, act: () => Promise<unknown>): Promise<string> {
  try {
    const count = await act();
    return typeof count === "number" ? `${done}=${count}` : done;
  } catch (error) {
    const refused = error instanceof Refusal && outcomes.find((outcome) => outcome === error.code);
    if (!refused) throw error;
    return refused;
  }
}

/** What an endpoint's address says about the act before it, with the count that it names. */
export function readOutcome(query: URLSearchParams): { outcome: ActOutcome; count: number } | null {
  const outcome = outcomes.find((one) => query.has(one));
  return outcome ? { outcome, count: Number(query.get(outcome)) || 0 } : null;
}

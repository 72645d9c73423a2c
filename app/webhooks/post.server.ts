import { Agent, request } from "undici";
import { privateTargetsAllowed } from "~/env.server";
import { publicLookup, TargetRefused, targetFault } from "./target.server";

/** Milliseconds for a whole try; a claimed batch takes twice as long at most, which is well below its lease. */
const TIMEOUT_MS = 15_000;
/** Of an answer only its status counts; so much of the rest is read before the connection is dropped. */
const ANSWER_BYTES = 1024;

/** What came of a try: the answer's status, or why there is none, as one word. */
export type Outcome = { status: number; error: null } | { status: null; error: string };

let agent: Agent | undefined;

/**
 * Posts a body to a webhook's address. Redirects are not followed, and neither a private network nor this machine is
 * reached unless that is configured, whatever the address or its name says. Null when `signal` cut it short.
 */
export async function post(url: string, body: string, headers: Record<string, string>, signal: AbortSignal): Promise<Outcome | null> {
  try {
    if (targetFault(url, privateTargetsAllowed())) throw new TargetRefused(url);
    const answer = await request(url, {
      method: "POST",
      headers: { "content-type": "application/json", "user-agent": "Kartei-Webhooks", ...headers },
      body,
      dispatcher: dispatcher(),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    await answer.body.dump({ limit: ANSWER_BYTES }).catch(() => undefined);
    return { status: answer.statusCode, error: null };
  } catch (error) {
    return signal.aborted ? null : { status: null, error: wordOf(error) };
  }
}

function dispatcher(): Agent {
  agent ??= new Agent({ connect: { timeout: 5_000, ...(privateTargetsAllowed() ? {} : { lookup: publicLookup }) } });
  return agent;
}

// A system's error has a code such as ECONNREFUSED; several addresses that were tried in vain have theirs within.
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  if (error.name === "TimeoutError") return "timeout";
  const inner = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return inner instanceof Error && "code" in inner && typeof inner.code === "string" ? inner.code : error.name;
}

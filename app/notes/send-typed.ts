import { paths } from "~/paths";
import type { SendAnswer, Typed } from "./draft-keeper";

const TIMEOUT_MS = 10_000;
/** Browsers let only so much leave a page that is closing. */
const LEAVES_WITH_THE_PAGE = 60_000;

/** Sends what was typed to be kept; whatever keeps it from being taken is `unreachable`, to be tried again. */
export async function sendTyped(draft: string, typed: Typed & { tab: string; version: number }): Promise<SendAnswer> {
  const body = JSON.stringify(typed);
  try {
    const response = await fetch(paths.noteDraftFields(draft), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
      redirect: "manual",
      keepalive: body.length < LEAVES_WITH_THE_PAGE,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.type === "opaqueredirect" || response.status === 403) return { status: "signed_out" };
    if (!response.ok) return { status: "unreachable" };
    return (await response.json()) as SendAnswer;
  } catch {
    return { status: "unreachable" };
  }
}

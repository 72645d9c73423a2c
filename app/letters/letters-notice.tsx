import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";

/** What has just become of letters, as the address tells it. */
export type LettersOutcome = { sent: number } | { returned: number } | "taken" | "settled";

/** Reads the outcome off the query that an act leads back with; undefined where it tells none. */
export function readOutcome(query: URLSearchParams): LettersOutcome | undefined {
  if (query.has("taken")) return "taken";
  if (query.has("settled")) return "settled";
  const count = (name: string) => Number(query.get(name) ?? Number.NaN);
  if (Number.isSafeInteger(count("sent"))) return { sent: count("sent") };
  return Number.isSafeInteger(count("returned")) ? { returned: count("returned") } : undefined;
}

export function LettersNotice({ outcome }: { outcome: LettersOutcome }) {
  if (outcome === "taken") return <Notice live tone="warning" title={m.letters_taken()} />;
  if (outcome === "settled") return <Notice live tone="warning" title={m.letters_error_settled()} />;
  return "sent" in outcome
    ? <Notice live tone="success" title={m.letters_were_sent({ count: outcome.sent })} />
    : <Notice live title={m.letters_were_returned({ count: outcome.returned })} />;
}

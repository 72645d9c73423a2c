import { m } from "~/i18n/messages";
import { EndpointState } from "./endpoint-state";
import type { EndpointView } from "./endpoint-view";

/** Where an endpoint is, what it is told, and how many deliveries stand in each state. */
export function EndpointFacts({ endpoint, counts }: { endpoint: EndpointView; counts: { state: string; count: string }[] }) {
  return (
    <dl className="sheet grid max-w-4xl gap-x-6 gap-y-1 pt-3 sm:grid-cols-[auto_1fr]">
      <dt className="text-ink-soft">{m.interfaces_state()}</dt>
      <dd><EndpointState {...endpoint} /></dd>
      <dt className="text-ink-soft">{m.interfaces_webhook_url()}</dt>
      <dd><bdi className="font-ref text-sm break-all">{endpoint.url}</bdi></dd>
      <dt className="text-ink-soft">{m.interfaces_webhook_events()}</dt>
      <dd>{endpoint.events.join(", ")}</dd>
      <dt className="text-ink-soft">{m.interfaces_token_created()}</dt>
      <dd className="tabular-nums">{endpoint.created}</dd>
      <dt className="text-ink-soft">{m.interfaces_deliveries()}</dt>
      <dd className="flex flex-wrap gap-x-4 tabular-nums">{counts.map(({ state, count }) => <span key={state}>{state}: <strong>{count}</strong></span>)}</dd>
    </dl>
  );
}

import { countOrMore } from "~/i18n/count-words";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import type { Tone } from "~/ui/tone";
import type { DeliveryView } from "./delivery-table";
import type { EndpointView } from "./endpoint-view";
import { type Delivery, type DeliveryState, deliveryStates, type Endpoint } from "./endpoint.schema";
import { eventWords } from "./event-words";


/** An endpoint made ready for a page. */
export function viewEndpoint({ id, name, url, events, createdAt, failingSince, offSince, offReason }: Endpoint): EndpointView {
  const locale = getLocale();
  const since = offSince ?? failingSince;
  return {
    id,
    name,
    url,
    events: events.map((event) => eventWords[event]()),
    created: shortMoment(createdAt, locale),
    state: offReason ?? (failingSince ? "failing_still" : "on"),
    since: since && shortMoment(since, locale),
  };
}

/** A delivery made ready for the list of its endpoint. */
export function viewDelivery({ id, event, state, attempts, status, error, createdAt, nextAttemptAt, settledAt, reference }: Delivery): DeliveryView {
  const locale = getLocale();
  const next = attempts > 0 && nextAttemptAt && shortMoment(nextAttemptAt, locale);
  return {
    id,
    what: eventWords[event](),
    reference,
    state: stateWords[state](),
    tone: tones[state],
    at: next ? m.interfaces_delivery_next({ when: next }) : settledAt && shortMoment(settledAt, locale),
    attempts,
    answer: status === null ? error && (errorWords[error]?.() ?? error) : String(status),
    created: shortMoment(createdAt, locale),
    canBeSentAgain: state === "delivered" || state === "failed",
  };
}

/** How many deliveries stand in each state, in the order in which they go through them. */
export function viewCounts(counts: Record<DeliveryState, number>): { state: string; count: string }[] {
  return deliveryStates.map((state) => ({
    state: stateWords[state](),
    count: countOrMore(counts[state]),
  }));
}

const stateWords: Record<DeliveryState, () => string> = {
  queued: m.interfaces_delivery_queued,
  claimed: m.interfaces_delivery_claimed,
  delivered: m.interfaces_delivery_delivered,
  failed: m.interfaces_delivery_failed,
};

const tones: Record<DeliveryState, Tone> = { queued: "plain", claimed: "plain", delivered: "fresh", failed: "stale" };

const errorWords: Partial<Record<string, () => string>> = {
  target_refused: m.interfaces_answer_refused,
  timeout: m.interfaces_answer_timeout,
  ECONNREFUSED: m.interfaces_answer_unreachable,
  ENOTFOUND: m.interfaces_answer_unknown_host,
};

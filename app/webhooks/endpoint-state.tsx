import { m } from "~/i18n/messages";
import { Tag } from "~/ui/tag";
import type { EndpointView } from "./endpoint-view";

/** Whether an endpoint takes what is sent, and since when not. */
export function EndpointState({ state, since }: Pick<EndpointView, "state" | "since">) {
  if (state === "on") return <Tag tone="fresh">{m.interfaces_webhook_on()}</Tag>;
  const when = since ?? "";
  if (state === "failing_still") return <Tag tone="due_soon">{m.interfaces_webhook_failing({ when })}</Tag>;
  return <Tag tone={state === "by_hand" ? "plain" : "stale"}>{m.interfaces_webhook_off({ when })}</Tag>;
}

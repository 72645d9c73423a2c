import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import type { EndpointView } from "./endpoint-view";

/** Says what is wrong with an endpoint, and what becomes of what it misses; nothing where all is well. */
export function EndpointNotice({ state, since }: Pick<EndpointView, "state" | "since">) {
  if (state === "on") return null;
  const when = since ?? "";
  if (state === "failing_still") {
    return <Notice tone="warning" title={m.interfaces_webhook_failing_title({ when })}><p className="max-w-prose">{m.interfaces_webhook_failing_text()}</p></Notice>;
  }
  return (
    <Notice tone="warning" title={m.interfaces_webhook_off_title({ when })}>
      <p className="max-w-prose">{reasons[state]()} {m.interfaces_webhook_off_kept()}</p>
    </Notice>
  );
}

const reasons = {
  by_hand: m.interfaces_webhook_off_by_hand,
  failing: m.interfaces_webhook_off_failing,
  gone: m.interfaces_webhook_off_gone,
};

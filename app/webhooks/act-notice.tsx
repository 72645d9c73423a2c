import { m } from "~/i18n/messages";
import { Notice } from "~/ui/notice";
import type { ActOutcome } from "./act-outcome.server";

/** Says what became of what the reader just did. */
export function ActNotice({ outcome, count }: { outcome: ActOutcome; count: number }) {
  const done = ["tested", "rotated", "off", "on", "again", "replayed"].includes(outcome);
  return <Notice live tone={done ? "success" : "warning"} title={words[outcome]({ count })} />;
}

const words: Record<ActOutcome, (inputs: { count: number }) => string> = {
  tested: () => m.interfaces_done_tested(),
  rotated: () => m.interfaces_done_rotated(),
  off: () => m.interfaces_done_off(),
  on: () => m.interfaces_done_on(),
  again: () => m.interfaces_done_again(),
  replayed: (inputs) => m.interfaces_done_replayed(inputs),
  webhook_is_off: () => m.interfaces_error_webhook_is_off(),
  rotated_lately: () => m.interfaces_error_rotated_lately(),
  delivery_is_under_way: () => m.interfaces_error_delivery_is_under_way(),
};

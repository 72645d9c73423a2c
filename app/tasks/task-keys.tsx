import { m } from "~/i18n/messages";
import { Kbd } from "~/ui/kbd";

/** How many of how many are shown, and which keys work on them. */
export function TaskKeys({ shown, count }: { shown: number; count: number }) {
  return (
    <p className="mb-2 flex flex-wrap items-baseline gap-x-4 text-sm text-ink-soft">
      {shown < count && <span>{m.tasks_first({ count: shown })}</span>}
      <span><Kbd>↓</Kbd> <Kbd>↑</Kbd> {m.tasks_key_move()}</span>
      <span><Kbd>⏎</Kbd> {m.tasks_key_open()}</span>
      <span><Kbd>c</Kbd> {m.tasks_key_claim()}</span>
      <span><Kbd>r</Kbd> {m.tasks_key_release()}</span>
    </p>
  );
}

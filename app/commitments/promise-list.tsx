import { m } from "~/i18n/messages";
import { Tag } from "~/ui/tag";
import type { PromiseView } from "./promise-view";

/** What was promised, by when and by whom, and what became of it. */
export function PromiseList({ promises }: { promises: PromiseView[] }) {
  return (
    <ul className="divide-y divide-rule">
      {promises.map(({ id, what, due, state, tone, who }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3 py-1">
          <span className="min-w-0 grow basis-48 wrap-anywhere"><bdi className="font-semibold">{what}</bdi></span>
          <span className="text-ink-soft">{m.commitments_until({ day: due })} · <bdi>{who}</bdi></span>
          <Tag tone={tone}>{state}</Tag>
        </li>
      ))}
    </ul>
  );
}

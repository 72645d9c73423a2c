import { type ReactNode, useId } from "react";

/**
 * A part of the record on a card of its own, with its name on the tab. On a large screen one that `scrolls` is no
 * taller than its row, and takes the focus so that the keyboard can scroll it.
 */
export function Panel({ title, scrolls = false, children }: { title: string; scrolls?: boolean; children: ReactNode }) {
  const id = useId();
  return (
    <div className="flex max-h-full min-w-0 flex-col self-start">
      <h2 id={id} className="tab self-start">{title}</h2>
      <section aria-labelledby={id} tabIndex={scrolls ? 0 : undefined} className={`sheet pt-2.5 ${scrolls ? "min-h-0 xl:overflow-y-auto" : ""}`}>
        {children}
      </section>
    </div>
  );
}

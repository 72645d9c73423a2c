import type { ReactNode } from "react";

/** The page's one heading; `caption` says what it belongs to, `intro` what can be done here. */
export function PageTitle({ children, caption, intro }: { children: ReactNode; caption?: ReactNode; intro?: ReactNode }) {
  return (
    <header className="mb-(--gap)">
      {caption && <p className="mb-1 text-ink-soft">{caption}</p>}
      <h1 className="max-w-[22ch] text-2xl">{children}</h1>
      {intro && <p className="mt-2 max-w-prose">{intro}</p>}
    </header>
  );
}

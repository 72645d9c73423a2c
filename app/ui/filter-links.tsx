import { Link } from "@remix-run/react";

/** One choice of a filter, with how many it would show where that is known. */
export type FilterLink = { label: string; count?: string; to: string; current: boolean };

/** A filter of a list: each choice is an address. `typed` where somebody may have typed the labels. */
export function FilterLinks({ label, links, typed = false }: { label: string; links: FilterLink[]; typed?: boolean }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-4">
        {links.map(({ label, count, to, current }) => (
          <li key={to}>
            <Link to={to} preventScrollReset aria-current={current ? "page" : undefined} className={`inline-block py-1 ${current ? "font-semibold text-ink no-underline" : ""}`}>
              {typed ? <bdi>{label}</bdi> : label}{count !== undefined && <> <span className="font-normal text-ink-soft tabular-nums">{count}</span></>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

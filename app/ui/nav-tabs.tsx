import { NavLink } from "@remix-run/react";

export interface NavItem {
  label: string;
  to: string;
  /** Something waits here; shown beside the label. */
  count?: number;
  /** Current only on exactly this path, not below it. */
  end?: boolean;
}

/** The sections as tabs that stand on the line below them; the current one is open to the page. */
export function NavTabs({ label, items }: { label: string; items: NavItem[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap items-end gap-x-1">
        {items.map((item) => (
          <li key={item.to}>
            <NavTab {...item} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NavTab({ label, to, count, end }: NavItem) {
  return (
    <NavLink to={to} end={end} className="nav-tab">
      {label}
      {count !== undefined && count > 0 && <span className="ml-1.5 font-normal tabular-nums">{count}</span>}
    </NavLink>
  );
}

import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";

/**
 * The way to the pages before and after; a page that is not there has no link. `position` is such as
 * "21 to 40"; `label` tells two pagers of one page apart.
 */
export function Pager({ previous, next, position, label = m.shell_pager_label() }: {
  previous?: string;
  next?: string;
  position?: string;
  label?: string;
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="mt-(--gap) flex flex-wrap items-center gap-x-6 gap-y-2">
      {previous && (
        <Link to={previous} rel="prev" className="button button-secondary">
          ← {m.shell_pager_previous()}
        </Link>
      )}
      {position && <span className="tabular-nums">{position}</span>}
      {next && (
        <Link to={next} rel="next" className="button button-secondary">
          {m.shell_pager_next()} →
        </Link>
      )}
    </nav>
  );
}

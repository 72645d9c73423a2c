import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import type { DetailView } from "./detail-view";

/** What a detail will be from a day ahead, with the way to alter it; `to` is null where nobody may. */
export function UpcomingLine({ heading, upcoming: { day, lines }, to }: {
  heading: string;
  upcoming: NonNullable<DetailView["upcoming"]>;
  to: string | null;
}) {
  return (
    <span className="block">
      {m.account_upcoming({ day })} <bdi className="font-semibold text-ink">{lines.join(", ")}</bdi>{" "}
      {to && <Link className="no-print" to={to} aria-label={m.account_upcoming_link_detail({ detail: heading })}>{m.account_upcoming_link()}</Link>}
    </span>
  );
}

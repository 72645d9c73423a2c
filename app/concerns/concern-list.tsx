import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Reference } from "~/ui/reference";
import { Tag } from "~/ui/tag";
import type { ConcernView } from "./concern-view.server";

/** A customer's concerns one below the other, each leading to its own page. */
export function ConcernList({ customer, concerns }: { customer: string; concerns: ConcernView[] }) {
  return (
    <ul className="sheet mb-(--gap) max-w-3xl pt-3">
      {concerns.map(({ reference, kind, subject, state, tone, created, escalated }) => (
        <li key={reference} className="flex flex-wrap items-baseline gap-x-4 border-b border-rule py-2.5 last:border-0">
          <div className="min-w-0 grow basis-60">
            <Link to={paths.concern(customer, reference)} className="inline-block max-w-full py-1 font-semibold wrap-anywhere"><bdi>{subject}</bdi></Link>
            <p className="text-sm text-ink-soft">{kind} · <Reference>{reference}</Reference> · <span className="tabular-nums">{created}</span></p>
          </div>
          <span className="flex flex-wrap gap-2">
            {escalated && <Tag>{m.concerns_escalated()}</Tag>}
            <Tag tone={tone}>{state}</Tag>
          </span>
        </li>
      ))}
    </ul>
  );
}

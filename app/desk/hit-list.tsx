import { Link } from "@remix-run/react";
import { useRef } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Reference } from "~/ui/reference";
import { Tag } from "~/ui/tag";
import { useArrowKeys } from "./use-arrow-keys";

/** A customer in a list to choose from; `remark` says what matched or when one last looked. */
export type Hit = { accountNumber: string; name: string; place: string; remark: string; stale: boolean };

/**
 * Customers to choose from: arrows move through them, also out of the search box, and Enter opens; where a form stands
 * beside the list, `inNewTab`, so that what was typed into it stays.
 */
export function HitList({ label, hits, inNewTab = false }: { label: string; hits: Hit[]; inNewTab?: boolean }) {
  const list = useRef<HTMLUListElement>(null);
  useArrowKeys(list);
  return (
    <ul ref={list} aria-label={label} className="max-w-5xl border border-edge bg-card">
      {hits.map((hit) => <HitRow key={hit.accountNumber} {...hit} inNewTab={inNewTab} />)}
    </ul>
  );
}

function HitRow({ accountNumber, name, place, remark, stale, inNewTab }: Hit & { inNewTab: boolean }) {
  return (
    <li className="relative grid items-baseline gap-x-4 border-t border-rule px-3 py-1.5 first:border-0 focus-within:bg-paper hover:bg-paper sm:grid-cols-[6rem_2fr_1.5fr_2fr]">
      <Reference>{accountNumber}</Reference>
      <span>
        <Link to={paths.record(accountNumber)} target={inNewTab ? "_blank" : undefined} className="font-semibold after:absolute after:inset-0"><bdi>{name}</bdi></Link>
        {stale && <span className="ml-2"><Tag tone="stale">{m.details_stale()}</Tag></span>}
      </span>
      <bdi>{place}</bdi>
      <bdi className="text-ink-soft">{remark}</bdi>
    </li>
  );
}

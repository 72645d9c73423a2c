import { Link } from "@remix-run/react";
import type { DetailView } from "~/contact-details/detail-view";
import { FreshnessMark } from "~/contact-details/freshness-mark";
import { kindLabel } from "~/contact-details/labels";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PostForm } from "~/ui/form";
import { Pager } from "~/ui/pager";
import type { ManyKind } from "~/contact-details/many-kinds";

const perPage = 20;

type ListedView = DetailView & { site: string; belongings: number };
type ListProps = { customer: string; kind: ManyKind; wanted: string; found: number; page: number; views: ListedView[] };

/** Details of one kind in rows, each leading to its page. */
export function DetailList({ views, ...list }: ListProps) {
  const { customer, wanted, found } = list;
  if (found === 0) {
    return wanted === "" ? <EmptyState title={m.account_list_empty()} /> : <EmptyState title={m.account_found_none()}>{m.account_found_none_text()}</EmptyState>;
  }
  return (
    <>
      {wanted !== "" && <p role="status" className="mb-2 font-semibold">{m.account_found({ count: found })}</p>}
      <ul className="sheet pt-3">
        {views.map((view) => <Row key={view.id} customer={customer} view={view} />)}
      </ul>
      <Pages {...list} />
    </>
  );
}

function Row({ customer, view }: { customer: string; view: ListedView }) {
  const { id, kind, label, lines, delivery, site, belongings, reading } = view;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-1 border-b border-rule py-3 last:border-0">
      <div className="min-w-0 grow basis-72">
        <Link to={paths.detail(customer, id)} className="font-semibold"><bdi>{label ?? kindLabel(kind)}</bdi></Link>
        <span className="block">{lines.map((line, at) => <bdi key={at}>{at > 0 && ", "}{line}</bdi>)}</span>
        {delivery.map((line) => <bdi key={line} className="block text-sm">{line}</bdi>)}
        {site !== "" && <span className="block text-sm text-ink-soft">{m.account_at_site({ site })}</span>}
        {belongings > 0 && <span className="block text-sm text-ink-soft">{m.account_belongings({ count: belongings })}</span>}
      </div>
      <div className="basis-60"><FreshnessMark reading={reading} size="row" /></div>
    </li>
  );
}

function Pages({ customer, kind, wanted, found, page }: Omit<ListProps, "views">) {
  const [first, last] = [(page - 1) * perPage + 1, Math.min(page * perPage, found)];
  const position = m.account_position({ first, last, count: found });
  const previous = page > 1 ? page - 1 : null;
  const next = last < found ? page + 1 : null;
  const here = `${paths.sites(customer)}?kind=${kind}`;
  if (wanted === "") {
    return <Pager previous={previous ? `${here}&page=${previous}` : undefined} next={next ? `${here}&page=${next}` : undefined} position={position} />;
  }
  if (!previous && !next) return null;
  return (
    <PostForm action={here} reloadDocument aria-label={m.shell_pager_label()} className="mt-(--gap) flex flex-wrap items-center gap-x-6 gap-y-2">
      <input type="hidden" name="wanted" value={wanted} />
      {previous !== null && <Button variant="secondary" name="page" value={previous}>← {m.shell_pager_previous()}</Button>}
      <span className="tabular-nums">{position}</span>
      {next !== null && <Button variant="secondary" name="page" value={next}>{m.shell_pager_next()} →</Button>}
    </PostForm>
  );
}

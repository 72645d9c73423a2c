import { Link } from "@remix-run/react";
import type { DetailKind } from "~/contact-details/contact-detail";
import type { DetailView } from "~/contact-details/detail-view";
import type { FreshnessReading } from "~/contact-details/freshness";
import { FreshnessMark } from "~/contact-details/freshness-mark";
import { manyKinds } from "~/contact-details/many-kinds";
import { addTitle } from "~/contact-details/list-title";
import { UpcomingLine } from "~/contact-details/upcoming-line";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Tag } from "~/ui/tag";
import { VisuallyHidden } from "~/ui/visually-hidden";

/** A detail as the record shows it; `siteId` is the shipping address that it belongs to. */
export type RecordDetail = {
  id: string;
  kind: DetailKind;
  siteId: string | null;
  heading: string;
  lines: string[];
  href: string | null;
  /** The first choice among several of its kind. */
  primary: boolean;
  reading: FreshnessReading;
  upcoming: DetailView["upcoming"];
};

/**
 * All details in tight rows: the customer's own first, then each site with what belongs to it. Each leads to its own page, and
 * the end to those for more; `account` is null where nothing is left to correct.
 */
export function DetailRows({ account, details }: { account: string | null; details: RecordDetail[] }) {
  const own = details.filter(({ kind, siteId }) => kind !== "shipping_address" && siteId === null);
  const sites = details.filter(({ kind }) => kind === "shipping_address");
  return (
    <>
      <Rows account={account} details={own} />
      {sites.map((site) => (
        <div key={site.id} className="mt-2 border-t-2 border-edge">
          <Rows account={account} details={[site, ...details.filter(({ siteId }) => siteId === site.id)]} />
        </div>
      ))}
      {account && (
        <p className="no-print mt-2 flex flex-wrap gap-x-4 border-t-2 border-edge pt-1.5 text-sm">
          {manyKinds.map((kind) => <Link key={kind} to={paths.correctNewDetail(account, kind)}>{addTitle(kind)}</Link>)}
        </p>
      )}
    </>
  );
}

function Rows({ account, details }: { account: string | null; details: RecordDetail[] }) {
  return (
    <dl>
      {details.map((detail) => <Row key={detail.id} account={account} {...detail} />)}
    </dl>
  );
}

function Row({ account, id, heading, lines, href, primary, reading, upcoming }: RecordDetail & { account: string | null }) {
  const value = <bdi className="font-semibold">{lines.join(", ")}</bdi>;
  return (
    <div className="grid gap-x-4 border-b border-rule py-1 last:border-0 sm:grid-cols-[8rem_1fr_auto]">
      <dt className="text-sm/normal text-ink-soft"><bdi>{heading}</bdi></dt>
      <dd className="grid justify-items-start">
        <div className="tabular-nums">
          {href ? <a href={href}>{value}</a> : value}
          {primary && <span className="ml-2"><Tag>{m.desk_primary()}</Tag></span>}
        </div>
        <FreshnessMark reading={reading} size="row" />
        {upcoming && <p className="text-sm"><UpcomingLine heading={heading} upcoming={upcoming} to={account && paths.correctPlanned(account, id)} /></p>}
      </dd>
      {account && <dd className="no-print text-sm"><Link to={paths.correctDetail(account, id)}>{m.account_change()}<VisuallyHidden> <bdi>{heading}</bdi></VisuallyHidden></Link></dd>}
    </div>
  );
}

import type { DetailKind } from "~/contact-details/contact-detail";
import type { FreshnessReading } from "~/contact-details/freshness";
import { FreshnessMark } from "~/contact-details/freshness-mark";
import { m } from "~/i18n/messages";
import { Tag } from "~/ui/tag";

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
};

/** All details in tight rows: the customer's own first, then each site with what belongs to it. */
export function DetailRows({ details }: { details: RecordDetail[] }) {
  const own = details.filter(({ kind, siteId }) => kind !== "shipping_address" && siteId === null);
  const sites = details.filter(({ kind }) => kind === "shipping_address");
  return (
    <>
      <Rows details={own} />
      {sites.map((site) => (
        <div key={site.id} className="mt-2 border-t-2 border-edge">
          <Rows details={[site, ...details.filter(({ siteId }) => siteId === site.id)]} />
        </div>
      ))}
    </>
  );
}

function Rows({ details }: { details: RecordDetail[] }) {
  return (
    <dl>
      {details.map((detail) => <Row key={detail.id} {...detail} />)}
    </dl>
  );
}

function Row({ heading, lines, href, primary, reading }: RecordDetail) {
  const value = <bdi className="font-semibold">{lines.join(", ")}</bdi>;
  return (
    <div className="grid gap-x-4 border-b border-rule py-1 last:border-0 sm:grid-cols-[8rem_1fr]">
      <dt className="text-sm/normal text-ink-soft"><bdi>{heading}</bdi></dt>
      <dd className="grid justify-items-start">
        <div className="tabular-nums">
          {href ? <a href={href}>{value}</a> : value}
          {primary && <span className="ml-2"><Tag>{m.desk_primary()}</Tag></span>}
        </div>
        <FreshnessMark reading={reading} size="row" />
      </dd>
    </div>
  );
}

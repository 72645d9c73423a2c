import type { DetailKind } from "~/contact-details/contact-detail";
import { DetailCard } from "~/contact-details/detail-card";
import type { DetailView } from "~/contact-details/detail-view";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { CardGrid } from "~/ui/card";
import { DetailActions } from "./detail-actions";
import { detailNote } from "./detail-note";
import { listTitle } from "~/contact-details/list-title";

/** A detail ready for its card, with the id that makes its "still right" act once. */
export type CardView = DetailView & { requestId: string };
type Counts = Partial<Record<DetailKind, number>>;
type CardsProps = { customer: string; views: CardView[]; counts: Counts };

/** The first details of each kind on their cards: the customer's own, then each site with what belongs to it. */
export function DetailCards({ customer, views, counts }: CardsProps) {
  const sites = views.filter(({ kind }) => kind === "shipping_address");
  const own = views.filter(({ kind, siteId }) => kind !== "shipping_address" && !sites.some(({ id }) => id === siteId));
  return (
    <>
      <CardGrid>
        {own.map((view) => <Card key={view.id} heading="h2" customer={customer} view={view} counts={counts} />)}
      </CardGrid>
      {(["phone", "fax", "email"] as const).map((kind) => <ShowAll key={kind} customer={customer} kind={kind} views={views} counts={counts} />)}
      <p className="my-(--gap)"><ButtonLink variant="secondary" to={paths.edit(customer)}>{m.account_edit_all()}</ButtonLink></p>
      {sites.length > 0 && <h2 className="mt-10 mb-3 text-xl">{m.account_sites_title()}</h2>}
      {sites.map((site) => (
        <section key={site.id} className="mb-(--gap)">
          <CardGrid>
            <Card heading="h3" customer={customer} view={site} counts={counts} />
            {views.filter(({ siteId }) => siteId === site.id).map((view) => (
              <Card key={view.id} heading="h4" customer={customer} view={view} counts={counts} />
            ))}
          </CardGrid>
        </section>
      ))}
      <ShowAll customer={customer} kind="shipping_address" views={views} counts={counts} />
    </>
  );
}

function Card({ customer, view, counts, heading }: { customer: string; view: CardView; counts: Counts; heading: "h2" | "h3" | "h4" }) {
  const first = view.isPrimary && (counts[view.kind] ?? 0) > 1;
  return (
    <DetailCard
      heading={heading}
      view={view}
      note={detailNote(customer, view, first)}
      actions={<DetailActions customer={customer} view={view} requestId={view.requestId} />}
    />
  );
}

/** So many sites and more are easier found by typing than by looking. */
const manySites = 6;

/** The way to those of a kind that have no card here, and to finding a site. */
function ShowAll({ customer, kind, views, counts }: CardsProps & { kind: DetailKind }) {
  const count = counts[kind] ?? 0;
  const toFind = kind === "shipping_address" && count >= manySites;
  if (!toFind && count <= views.filter((view) => view.kind === kind).length) return null;
  return (
    <p className="mt-3">
      <ButtonLink variant="secondary" to={`${paths.sites(customer)}?kind=${kind}`}>{m.account_show_all({ count, list: listTitle(kind) })}</ButtonLink>
    </p>
  );
}

import { DetailCard } from "~/contact-details/detail-card";
import type { DetailView } from "~/contact-details/detail-view";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { CardGrid } from "~/ui/card";
import { editAnchor } from "./edit-anchor";

/** All details on their cards: the customer's own first, then each site with what belongs to it. */
export function DetailCards({ customer, views }: { customer: string; views: DetailView[] }) {
  const sites = views.filter(({ kind }) => kind === "shipping_address");
  const own = views.filter(({ kind, siteId }) => kind !== "shipping_address" && !sites.some(({ id }) => id === siteId));
  return (
    <>
      <CardGrid>
        {own.map((view) => <DetailCard key={view.id} heading="h2" view={view} actions={<Change customer={customer} view={view} />} />)}
      </CardGrid>
      <p className="my-(--gap)"><ButtonLink variant="secondary" to={paths.edit(customer)}>{m.account_edit_all()}</ButtonLink></p>
      {sites.length > 0 && <h2 className="mt-10 mb-3 text-xl">{m.account_sites_title()}</h2>}
      {sites.map((site) => (
        <section key={site.id} className="mb-(--gap)">
          <CardGrid>
            <DetailCard heading="h3" view={site} />
            {views.filter(({ siteId }) => siteId === site.id).map((view) => (
              <DetailCard key={view.id} heading="h4" view={view} actions={<Change customer={customer} view={view} />} />
            ))}
          </CardGrid>
        </section>
      ))}
    </>
  );
}

function Change({ customer, view }: { customer: string; view: DetailView }) {
  return (
    <ButtonLink variant="quiet" to={`${paths.edit(customer)}#${editAnchor(view)}`} aria-label={m.account_change_detail({ detail: view.heading })}>
      {m.account_change()}
    </ButtonLink>
  );
}

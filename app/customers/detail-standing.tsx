import { DetailCard } from "~/contact-details/detail-card";
import type { DetailView } from "~/contact-details/detail-view";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CardGrid } from "~/ui/card";
import { PostForm } from "~/ui/form";
import { AddLinks } from "./add-links";
import { DetailActions } from "./detail-actions";
import type { CardView } from "./detail-cards";
import { detailNote } from "./detail-note";

/** So many of what belongs to a site have a card on its page; more are found by typing. */
const shownBelongings = 24;

/** What stands below the form of one detail: how it is known, what belongs to it, putting it first, removing it. */
export function DetailStanding({ customer, view, belongings, belongingsCount, requestId }: {
  customer: string;
  view: DetailView;
  belongings: CardView[];
  belongingsCount: number;
  requestId: string;
}) {
  const { id, kind, version, isPrimary } = view;
  const many = kind !== "name" && kind !== "billing_address";
  return (
    <>
      {kind === "shipping_address" && <Belongings customer={customer} site={id} views={belongings} count={belongingsCount} />}
      {many && (
        <section className="mt-10 border-t border-edge pt-4">
          <h2 className="text-xl">{m.account_more_title()}</h2>
          <p className="mt-1 text-ink-soft">{isPrimary ? m.account_primary() : m.account_make_primary_hint()}</p>
          <ButtonRow>
            {!isPrimary && (
              <PostForm action={paths.detailPrimary(customer, id)} requestId={requestId}>
                <input type="hidden" name="version" value={version} />
                <Button variant="secondary">{m.account_make_primary()}</Button>
              </PostForm>
            )}
            <ButtonLink variant="quiet" to={paths.detailRemoval(customer, id)}>{m.account_removal_link()}</ButtonLink>
          </ButtonRow>
        </section>
      )}
    </>
  );
}

function Belongings({ customer, site, views, count }: { customer: string; site: string; views: CardView[]; count: number }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-xl">{m.account_belongs_title()}</h2>
      {count > 0 && <p className="mb-3 text-ink-soft">{m.account_belongings({ count })}</p>}
      <CardGrid>
        {views.slice(0, shownBelongings).map((view) => (
          <DetailCard
            key={view.id}
            heading="h3"
            view={view}
            note={detailNote(customer, view, false)}
            actions={<DetailActions customer={customer} view={view} requestId={view.requestId} />}
          />
        ))}
      </CardGrid>
      <div className="mt-3"><AddLinks customer={customer} kinds={["phone", "fax", "email"]} site={site} /></div>
    </section>
  );
}

import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DetailCard } from "~/contact-details/detail-card";
import { viewDetail } from "~/contact-details/detail-view.server";
import { kindLabel } from "~/contact-details/labels";
import { AccountShell } from "~/customers/account-shell";
import { detailNote } from "~/customers/detail-note";
import { readDetail } from "~/customers/portal.server";
import { viewerOf } from "~/customers/viewer.server";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CardGrid } from "~/ui/card";
import { RadioGroup } from "~/ui/choice";
import { documentTitle } from "~/ui/document-title";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { readChanges } from "~/updates/edit-form.server";
import { removalOf, withBelongings } from "~/updates/removal.server";
import { readRequestId } from "~/updates/request-id.server";
import { saveDetails } from "~/updates/save.server";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_removal_button()) }];

/** What would go, and what belongs to it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { detail, belongings, belongingsCount, customer, you, severalCustomers } = await readDetail(db, parameter(params, "customer"), parameter(params, "detail"));
  if (detail.kind === "name" || detail.kind === "billing_address") throw redirect(paths.detail(customer.id, detail.id));
  const viewer = viewerOf({ customer });
  return {
    head: { customer, you, severalCustomers },
    view: viewDetail(detail, viewer),
    belongings: belongings.map((one) => viewDetail(one, viewer)),
    tooMany: belongingsCount > belongings.length,
    changes: removalOf(detail, belongings),
    requestId: randomUUID(),
  };
}

/** Removes the detail, and does with what belongs to it what was chosen. Where something changed meanwhile, it leads back to look again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const [customer, detail] = [parameter(params, "customer"), parameter(params, "detail")];
  const form = await request.formData();
  const saved = await saveDetails(db, customer, withBelongings(readChanges(form), form.get("belongings") === "remove"), readRequestId(form));
  if (saved.status === "conflict") return redirect(`${paths.detail(customer, detail)}?changed`);
  return redirect("reference" in saved && saved.reference ? paths.update(customer, saved.reference) : paths.account(customer));
}

export default function Removal() {
  const { head, view, belongings, tooMany, changes, requestId } = useLoaderData<typeof loader>();
  const { id } = head.customer;
  return (
    <AccountShell head={head}>
      <PageTitle caption={view.label && <bdi>{view.label}</bdi>} intro={m.account_removal_intro()}>
        {m.account_remove_detail({ detail: kindLabel(view.kind) })}
      </PageTitle>
      <CardGrid>
        {[view, ...belongings.slice(0, 11)].map((one) => <DetailCard key={one.id} heading="h2" view={one} note={detailNote(id, one, false)} />)}
      </CardGrid>
      {tooMany ? (
        <Notice title={m.account_removal_too_many()} />
      ) : (
        <PostForm action={paths.detailRemoval(id, view.id)} requestId={requestId} className="mt-(--gap) max-w-xl">
          <input type="hidden" name="changes" value={JSON.stringify(changes)} />
          {belongings.length > 0 && (
            <RadioGroup
              label={m.account_removal_question({ count: belongings.length })}
              name="belongings"
              choices={[{ value: "keep", label: m.account_removal_keep() }, { value: "remove", label: m.account_removal_remove() }]}
              defaultValue="keep"
              required
            />
          )}
          <ButtonRow>
            <Button variant="danger">{m.account_removal_button()}</Button>
            <ButtonLink variant="quiet" to={paths.detail(id, view.id)}>{m.account_cancel()}</ButtonLink>
          </ButtonRow>
        </PostForm>
      )}
    </AccountShell>
  );
}

import { randomUUID } from "node:crypto";
import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DetailCard } from "~/contact-details/detail-card";
import { viewDetail } from "~/contact-details/detail-view.server";
import { AccountShell } from "~/customers/account-shell";
import { readDue } from "~/customers/portal.server";
import { viewerOf } from "~/customers/viewer.server";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CardGrid } from "~/ui/card";
import { documentTitle } from "~/ui/document-title";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_review_title()) }];

/** Where a reminder leads: what is stale, to confirm with one press or to correct. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { details, ...head } = await readDue(db, parameter(params, "customer"));
  const viewer = viewerOf(head);
  const stale = details.map((detail) => viewDetail(detail, viewer));
  if (stale.length === 0) throw redirect(paths.account(head.customer.id));
  return { head, stale, requestId: randomUUID() };
}

export default function Review() {
  const { head, stale, requestId } = useLoaderData<typeof loader>();
  const { id } = head.customer;
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.account_review_intro()}>{m.account_review_title()}</PageTitle>
      <CardGrid>
        {stale.map((view) => <DetailCard key={view.id} heading="h2" view={view} />)}
      </CardGrid>
      <PostForm action={paths.confirmations(id)} requestId={requestId}>
        {stale.map((view) => <input key={view.id} type="hidden" name="detail" value={`${view.id} ${view.version}`} />)}
        <ButtonRow>
          <Button>{m.account_still_right({ count: stale.length })}</Button>
          <ButtonLink variant="secondary" to={paths.edit(id)}>{m.account_correct_something()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </AccountShell>
  );
}

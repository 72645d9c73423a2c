import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { viewDetail } from "~/contact-details/detail-view.server";
import { AccountShell } from "~/customers/account-shell";
import { AddLinks } from "~/customers/add-links";
import { DetailCards } from "~/customers/detail-cards";
import { EverythingRight } from "~/customers/everything-right";
import { OnItsWay } from "~/customers/on-its-way";
import { readOverview } from "~/customers/portal.server";
import { ReviewNotice } from "~/customers/review-notice";
import { viewerOf } from "~/customers/viewer.server";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { manyKinds } from "~/contact-details/many-kinds";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_overview_title()) }];

/** The first of everything that the company holds, how much there is, and what is still on its way. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { details, sameAsBilling: _, ...page } = await readOverview(db, parameter(params, "customer"));
  const viewer = viewerOf(page);
  const { searchParams } = new URL(request.url);
  return {
    ...page,
    confirmed: searchParams.get("confirmed"),
    changed: searchParams.has("changed"),
    held: Object.values(page.counts).reduce((sum, count) => sum + count, 0) > page.confirmable.count,
    requestId: randomUUID(),
    views: details.map((detail) => ({ ...viewDetail(detail, viewer), requestId: randomUUID() })),
  };
}

export default function Overview() {
  const { views, counts, due, confirmable, held, requestId, pendingEmails, nameRequest, confirmed, changed, ...head } = useLoaderData<typeof loader>();
  const { id } = head.customer;
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.account_overview_intro()}>{m.account_overview_title()}</PageTitle>
      {confirmed !== null && <Notice live tone="success" title={confirmed === "one" ? m.account_confirmed_one() : m.account_confirmed_notice()} />}
      {changed && <Notice live tone="warning" title={m.account_look_again()} />}
      <OnItsWay pendingEmails={pendingEmails} nameRequest={nameRequest} />
      <ReviewNotice customer={id} stale={due} />
      <DetailCards customer={id} views={views} counts={counts} />
      <section className="mt-10">
        <h2 className="text-xl">{m.account_add_title()}</h2>
        <AddLinks customer={id} kinds={manyKinds} />
      </section>
      <p className="mt-10"><Link to={paths.callerPin(id)} className="inline-block py-2">{m.checks_pin_link()}</Link></p>
      <EverythingRight customer={id} confirmable={confirmable} held={held} requestId={requestId} />
    </AccountShell>
  );
}

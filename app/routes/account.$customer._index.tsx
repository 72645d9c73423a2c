import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { viewDetail } from "~/contact-details/detail-view.server";
import { AccountShell } from "~/customers/account-shell";
import { DetailCards } from "~/customers/detail-cards";
import { OnItsWay } from "~/customers/on-its-way";
import { readOverview } from "~/customers/portal.server";
import { ReviewNotice } from "~/customers/review-notice";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_overview_title()) }];

/** Everything the company holds, and what is still on its way. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { details, ...page } = await readOverview(db, parameter(params, "customer"));
  const viewer = { locale: getLocale(), country: page.customer.country, now: new Date(), reader: "customer" as const };
  const confirmed = new URL(request.url).searchParams.has("confirmed");
  return { ...page, confirmed, views: details.map((detail) => viewDetail(detail, viewer)) };
}

export default function Overview() {
  const { views, pendingEmails, nameRequest, confirmed, ...head } = useLoaderData<typeof loader>();
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.account_overview_intro()}>{m.account_overview_title()}</PageTitle>
      {confirmed && <Notice live tone="success" title={m.account_confirmed_notice()} />}
      <OnItsWay pendingEmails={pendingEmails} nameRequest={nameRequest} />
      <ReviewNotice customer={head.customer.id} stale={views.filter(({ reading }) => reading.state === "stale").length} />
      <DetailCards customer={head.customer.id} views={views} />
    </AccountShell>
  );
}

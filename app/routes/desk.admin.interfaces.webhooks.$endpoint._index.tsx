import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { readOutcome } from "~/webhooks/act-outcome.server";
import { ActNotice } from "~/webhooks/act-notice";
import { DeliveryTable } from "~/webhooks/delivery-table";
import { EndpointActs } from "~/webhooks/endpoint-acts";
import { EndpointFacts } from "~/webhooks/endpoint-facts";
import { EndpointNotice } from "~/webhooks/endpoint-notice";
import { viewCounts, viewDelivery, viewEndpoint } from "~/webhooks/endpoint-view.server";
import { ReplayForm } from "~/webhooks/replay-form";
import { readEndpoint } from "~/webhooks/webhooks.server";

export const handle = { hydrate: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data ? `${m.interfaces_webhook()} · ${data.endpoint.name}` : m.interfaces_webhook()) }];

/** One endpoint: how it stands, what can be done about it, and its deliveries. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, endpoint, counts, deliveries } = await readEndpoint(db, parameter(params, "endpoint"));
  return {
    me,
    endpoint: viewEndpoint(endpoint),
    counts: viewCounts(counts),
    deliveries: deliveries.map(viewDelivery),
    someFailed: counts.failed > 0,
    today: new Date().toISOString().slice(0, 10),
    act: readOutcome(new URL(request.url).searchParams),
  };
}

export default function Webhook() {
  const { me, endpoint, counts, deliveries, someFailed, today, act } = useLoaderData<typeof loader>();
  return (
    <AdminFrame me={me}>
      {act && <ActNotice {...act} />}
      <PageTitle caption={m.interfaces_webhook()}><bdi>{endpoint.name}</bdi></PageTitle>
      <EndpointNotice {...endpoint} />
      <EndpointFacts endpoint={endpoint} counts={counts} />
      <EndpointActs id={endpoint.id} on={endpoint.state === "on" || endpoint.state === "failing_still"} />
      {someFailed && <ReplayForm endpoint={endpoint.id} today={today} />}
      <div className="mt-4">
        {deliveries.length > 0
          ? <DeliveryTable endpoint={endpoint.id} deliveries={deliveries} />
          : <EmptyState title={m.interfaces_deliveries_empty_title()}>{m.interfaces_deliveries_empty_text()}</EmptyState>}
      </div>
    </AdminFrame>
  );
}

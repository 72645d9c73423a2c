import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readBefore } from "~/read-before";
import { viewOfCustomer } from "~/staff/staff-view.server";
import { readRecordViews } from "~/staff/staff.server";
import { CustomerViewTable } from "~/staff/view-tables";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Reference } from "~/ui/reference";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_views_of_customer()) }];

/** Who of the staff looked at a customer's pages, a hundred looks `?before=` a moment. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, accountNumber, customerName, views } = await readRecordViews(db, parameter(params, "account"), readBefore(request));
  const oldest = views.length === 100 ? views.at(-1)?.at : undefined;
  return { me, account: accountNumber, name: customerName ?? accountNumber, views: views.map(viewOfCustomer), older: oldest && `?before=${encodeURIComponent(oldest)}` };
}

export default function RecordViews() {
  const { me, account, name, views, older } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle caption={<><Link to={paths.record(account)}><bdi>{name}</bdi></Link> <Reference>{account}</Reference></>} intro={m.staff_views_intro()}>{m.staff_views_title()}</PageTitle>
      <div className="max-w-4xl">
        {views.length > 0 ? <CustomerViewTable views={views} /> : <EmptyState title={m.staff_views_none()} />}
        <Pager next={older && paths.recordViews(account) + older} />
      </div>
    </DeskFrame>
  );
}

import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { type Column, Table } from "~/ui/table";
import { EndpointState } from "./endpoint-state";
import type { EndpointView } from "./endpoint-view";

/** The endpoints there are. */
export function EndpointTable({ endpoints }: { endpoints: EndpointView[] }) {
  return <Table caption={m.interfaces_webhooks()} columns={columns()} rows={endpoints} rowKey={({ id }) => id} />;
}

function columns(): Column<EndpointView>[] {
  return [
    { label: m.interfaces_webhook_name(), cell: ({ id, name }) => <Link to={paths.webhook(id)} className="font-semibold"><bdi>{name}</bdi></Link>, rowHeader: true },
    { label: m.interfaces_webhook_url(), cell: ({ url }) => <bdi className="inline-block min-w-56 font-ref text-sm break-all">{url}</bdi> },
    { label: m.interfaces_webhook_events(), cell: ({ events }) => events.join(", ") },
    { label: m.interfaces_state(), cell: (endpoint) => <EndpointState {...endpoint} /> },
  ];
}

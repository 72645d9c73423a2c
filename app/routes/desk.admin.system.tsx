import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { Chart } from "~/system/chart";
import { ProcessTable } from "~/system/process-table";
import { QueueTable } from "~/system/queue-table";
import { viewSystem } from "~/system/system-view.server";
import { readSystem } from "~/system/system.server";
import { useRefresh } from "~/system/use-refresh";
import { Counts } from "~/ui/counts";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

const REFRESH_MS = 30_000;

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.system_title()) }];

/** How all servers and workers run, for admins. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const system = await readSystem(db);
  return { me: system.me, ...viewSystem(system) };
}

export default function System() {
  const { me, asOf, noWorker, tiles, charts, queues, processes, schema } = useLoaderData<typeof loader>();
  useRefresh(REFRESH_MS);
  return (
    <AdminFrame me={me}>
      <PageTitle intro={m.system_intro({ time: asOf })}>{m.system_title()}</PageTitle>
      {noWorker && <Notice tone="warning" title={m.system_no_worker()}>{m.system_no_worker_text()}</Notice>}
      <Counts label={m.system_tiles()} counts={tiles} />
      <div className="mb-(--gap) grid gap-(--gap) xl:grid-cols-2">
        {charts.map((chart) => <Chart key={chart.title} {...chart} />)}
        <QueueTable queues={queues} />
      </div>
      <ProcessTable processes={processes} />
      <p className="mt-2 text-sm text-ink-soft">{schema}</p>
    </AdminFrame>
  );
}

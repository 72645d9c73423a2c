import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { ExportForm } from "~/exports/export-form";
import { readExports } from "~/exports/exports.server";
import { LogTable } from "~/exports/log-table";
import { viewExport } from "~/exports/log-view.server";
import { separatorFor } from "~/exports/separator";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { readBefore } from "~/read-before";
import { ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";

const PAGE = 50;

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.exports_title()) }];

/** All customers as a file, and who exported what so far; `?before=` leads to older exports. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, exports } = await readExports(db, readBefore(request));
  return {
    me,
    exports: exports.map(viewExport),
    older: exports.length === PAGE ? exports.at(-1)?.beganAt : undefined,
    separator: separatorFor(getLocale()),
  };
}

export default function Exports() {
  const { me, exports, older, separator } = useLoaderData<typeof loader>();
  return (
    <AdminFrame me={me}>
      <PageTitle intro={m.exports_intro()}>{m.exports_title()}</PageTitle>
      <ExportForm separator={separator} />
      {exports.length > 0
        ? <LogTable exports={exports} />
        : <EmptyState title={m.exports_log_empty_title()}>{m.exports_log_empty_text()}</EmptyState>}
      <ButtonRow><ButtonLink variant="quiet" to={paths.exports()}>{m.exports_log_refresh()}</ButtonLink></ButtonRow>
      <Pager next={older && `${paths.exports()}?${new URLSearchParams({ before: older }).toString()}`} />
    </AdminFrame>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { ConcernFilter } from "~/concerns/concern-filter";
import { ConcernTable } from "~/concerns/concern-table";
import { viewDeskConcern } from "~/concerns/concern-view.server";
import { concernLists, readDeskConcerns } from "~/concerns/desk-concerns.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.concerns_desk_title()) }];

/** What customers ask and complain about: `?which=` list, of one `?department=` or of all. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { searchParams } = new URL(request.url);
  const which = concernLists.find((list) => list === searchParams.get("which")) ?? "waiting";
  const department = searchParams.get("department") ?? "";
  const { me, departments, concerns } = await readDeskConcerns(db, which, department || undefined);
  const now = new Date();
  return { me, departments, which, department, concerns: concerns.map((concern) => viewDeskConcern(concern, now)) };
}

export default function DeskConcerns() {
  const { me, departments, which, department, concerns } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle>{m.concerns_desk_title()}</PageTitle>
      <ConcernFilter which={which} department={department} departments={departments} />
      {concerns.length === 0
        ? <EmptyState title={m.concerns_desk_none_title()}>{m.concerns_desk_none_text()}</EmptyState>
        : <ConcernTable caption={m.concerns_desk_caption({ count: concerns.length })} concerns={concerns} />}
    </DeskFrame>
  );
}

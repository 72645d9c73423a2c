import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { OutcomeNotice } from "~/written-changes/outcome-notice";
import { QueueLists } from "~/written-changes/queue-lists";
import { findSheet, viewQueue } from "~/written-changes/queue-view.server";
import { readQueue } from "~/written-changes/written-changes.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.paper_title()) }];

/** The paper desk. `?done=` names the sheet that the reader has just worked on. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...lists } = await readQueue(db);
  const queue = viewQueue(lists, getLocale());
  return { me, queue, done: findSheet(queue, new URL(request.url).searchParams.get("done")) };
}

export default function WrittenChanges() {
  const { me, queue, done } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      {done && <OutcomeNotice sheet={done} />}
      <PageTitle intro={m.paper_intro()}>{m.paper_title()}</PageTitle>
      <p className="mb-(--gap)"><ButtonLink to={paths.newWrittenChange()}>{m.paper_key_new()}</ButtonLink></p>
      <QueueLists {...queue} />
    </DeskFrame>
  );
}

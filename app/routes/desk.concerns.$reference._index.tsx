import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { viewDeskConcernPage } from "~/concerns/concern-page.server";
import { DeskConcernPage } from "~/concerns/desk-concern-page";
import { readDeskConcern } from "~/concerns/desk-concerns.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { ConcernNotes } from "~/notes/concern-notes";
import { viewNote } from "~/notes/note-view.server";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.concerns_desk_title()) }];

/** One concern; `?answered` after an answer, `?settled` where somebody had closed it before. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, concern, messages, notes, departments } = await readDeskConcern(db, parameter(params, "reference"));
  const { searchParams } = new URL(request.url);
  return {
    me,
    page: viewDeskConcernPage(concern, messages, departments, new Date()),
    notes: notes.map(viewNote),
    answered: searchParams.has("answered"),
    settled: searchParams.has("settled"),
    requestId: randomUUID(),
  };
}

export default function DeskConcern() {
  const { me, page, notes, answered, settled, requestId } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      {answered && <Notice live tone="success" title={m.concerns_desk_answer_sent()} />}
      {settled && <Notice live tone="warning" title={m.concerns_error_closed()} />}
      <DeskConcernPage key={requestId} page={page} requestId={requestId}><ConcernNotes notes={notes} /></DeskConcernPage>
    </DeskFrame>
  );
}

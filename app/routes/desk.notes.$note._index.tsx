import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { NotePage } from "~/notes/note-page";
import { viewNote } from "~/notes/note-view.server";
import { readNote } from "~/notes/notes.server";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.notes_note()) }];

/** One saved note; `?added` after something was added to it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { note, accountNumber, customerName, ...page } = await readNote(db, parameter(params, "note"));
  return { ...page, account: accountNumber, customerName: customerName ?? accountNumber, note: viewNote(note), added: new URL(request.url).searchParams.has("added"), requestId: randomUUID() };
}

export default function SavedNote() {
  const { me, added, ...page } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      {added && <Notice live tone="success" title={m.notes_addendum_saved()} />}
      <NotePage key={page.requestId} {...page} />
    </DeskFrame>
  );
}

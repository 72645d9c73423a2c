import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { viewBatch } from "~/letters/envelope-view.server";
import { readBatch } from "~/letters/letters.server";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.letters_batch_title()) }];

/** A batch at its printer: the PDF, and what became of it. `?fewer` says that others took some of what was chosen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, batch } = await readBatch(db, parameter(params, "batch"));
  return { me, batch: viewBatch(batch), prints: batch.mine || me.role !== "agent", fewer: new URL(request.url).searchParams.has("fewer") };
}

export default function LetterBatch() {
  const { me, batch, prints, fewer } = useLoaderData<typeof loader>();
  return (
    <DeskFrame me={me}>
      <PageTitle caption={batch.contents}>{m.letters_batch_title()}</PageTitle>
      {fewer && <Notice live tone="warning" title={m.letters_fewer()} />}
      {batch.over && <Notice tone="warning" title={m.letters_over_title({ name: batch.printedBy })}><p>{m.letters_over_text()}</p></Notice>}
      {prints && <PrintStep id={batch.id} />}
      {prints || batch.over ? <SettleStep id={batch.id} /> : <p>{m.letters_batch_of({ name: batch.printedBy })}</p>}
      <ButtonRow><ButtonLink variant="quiet" to={paths.letters()}>{m.letters_back()}</ButtonLink></ButtonRow>
    </DeskFrame>
  );
}

function PrintStep({ id }: { id: string }) {
  return (
    <section className="mb-(--gap) max-w-prose">
      <h2 className="mb-1 text-lg">{m.letters_step_print()}</h2>
      <p className="mb-2">{m.letters_step_print_text()}</p>
      <PostForm reloadDocument action={paths.letterBatchPdf(id)} target="_blank">
        <Button>{m.letters_open_pdf()}</Button>
      </PostForm>
    </section>
  );
}

function SettleStep({ id }: { id: string }) {
  return (
    <section className="mb-(--gap) max-w-prose">
      <h2 className="mb-1 text-lg">{m.letters_step_settle()}</h2>
      <p className="mb-2">{m.letters_step_settle_text()}</p>
      <div className="flex flex-wrap gap-x-4 gap-y-2">
        <PostForm action={paths.letterBatchDispatch(id)}><Button>{m.letters_mark_sent()}</Button></PostForm>
        <PostForm action={paths.letterBatchReturn(id)}><Button variant="secondary">{m.letters_put_back()}</Button></PostForm>
      </div>
    </section>
  );
}

import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { ConcernPage } from "~/concerns/concern-page";
import { viewConcernPage } from "~/concerns/concern-page.server";
import { readConcern } from "~/concerns/concerns.server";
import { AccountShell } from "~/customers/account-shell";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { Reference } from "~/ui/reference";

export const meta: MetaFunction = () => [{ title: documentTitle(m.concerns_title()) }];

/** One concern: how it stands, what was written, and what can be done. `?sent`, `?written` and `?raised` tell what was just done. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { concern, messages, supervisorBy, ...head } = await readConcern(db, parameter(params, "customer"), parameter(params, "reference"));
  const { searchParams } = new URL(request.url);
  return {
    head,
    page: viewConcernPage(concern, messages, supervisorBy),
    sent: searchParams.has("sent"),
    written: searchParams.has("written"),
    requestId: randomUUID(),
  };
}

export default function Concern() {
  const { head, page, sent, written, requestId } = useLoaderData<typeof loader>();
  return (
    <AccountShell head={head}>
      {sent && (
        <Notice live tone="success" title={m.concerns_sent_title()}>
          <p>{m.concerns_reference()}: <strong className="text-xl"><Reference>{page.reference}</Reference></strong></p>
          <p>{m.concerns_sent_text()}</p>
        </Notice>
      )}
      {written && <Notice live tone="success" title={m.concerns_written()} />}
      <ConcernPage customer={head.customer.id} page={page} requestId={requestId} />
    </AccountShell>
  );
}

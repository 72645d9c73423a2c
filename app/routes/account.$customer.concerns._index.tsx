import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { ConcernList } from "~/concerns/concern-list";
import { viewConcern } from "~/concerns/concern-view.server";
import { readConcerns } from "~/concerns/concerns.server";
import { AccountShell } from "~/customers/account-shell";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { readBefore } from "~/read-before";
import { ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { SupportContact } from "~/ui/support-contact";

const PAGE = 50;

export const meta: MetaFunction = () => [{ title: documentTitle(m.concerns_title()) }];

/** What the customer asked, complained about, suggested and ordered, newest first; `?before=` continues. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { concerns, mayOpen, ...head } = await readConcerns(db, parameter(params, "customer"), readBefore(request));
  return { head, mayOpen, concerns: concerns.map(viewConcern), older: concerns.length === PAGE ? concerns.at(-1)?.createdAt : undefined };
}

export default function Concerns() {
  const { head, mayOpen, concerns, older } = useLoaderData<typeof loader>();
  const { id } = head.customer;
  const write = <ButtonLink to={paths.newConcern(id)}>{m.concerns_new()}</ButtonLink>;
  return (
    <AccountShell head={head}>
      <PageTitle intro={m.concerns_intro()}>{m.concerns_title()}</PageTitle>
      {!mayOpen && <Notice tone="warning" title={m.concerns_too_many_open_title()}><p>{m.concerns_too_many_open()}</p><SupportContact /></Notice>}
      {concerns.length === 0 ? <EmptyState title={m.concerns_none_title()} action={write}>{m.concerns_none_text()}</EmptyState> : <ConcernList customer={id} concerns={concerns} />}
      <ButtonRow>
        {concerns.length > 0 && mayOpen && write}
        {older && <ButtonLink variant="secondary" to={`${paths.concerns(id)}?before=${encodeURIComponent(older)}`}>{m.concerns_older()}</ButtonLink>}
      </ButtonRow>
    </AccountShell>
  );
}

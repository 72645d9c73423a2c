import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { ErasureExplained } from "~/rights/erasure-explained";
import { viewRights } from "~/rights/rights-view.server";
import { readRights, requestErasure } from "~/rights/rights.server";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.rights_erasure_title()) }];

/** What an erasure means, before anybody asks for one; then how the request stands. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { customer, you, severalCustomers, ...rights } = await readRights(db, parameter(params, "customer"));
  const head = { customer, you, severalCustomers };
  const { isOwner, erasureOpen } = viewRights({ ...head, ...rights });
  return { head, isOwner, erasureOpen };
}

/** Asks for erasure; this page then says by when it is answered. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  await requestErasure(db, customer);
  return redirect(paths.erasureRequest(customer));
}

export default function ErasureRequest() {
  const { head, isOwner, erasureOpen } = useLoaderData<typeof loader>();
  const { id } = head.customer;
  return (
    <AccountShell head={head}>
      {erasureOpen && <Notice live tone="success" title={m.rights_erasure_asked_title()}><p>{m.rights_erasure_asked_text({ date: erasureOpen })}</p></Notice>}
      <PageTitle intro={m.rights_erasure_intro()}>{m.rights_erasure_title()}</PageTitle>
      <ErasureExplained />
      <ButtonRow>
        {isOwner && !erasureOpen && <PostForm reloadDocument action={paths.erasureRequest(id)}><Button variant="danger">{m.rights_erasure_ask()}</Button></PostForm>}
        {isOwner && erasureOpen && <PostForm reloadDocument action={paths.erasureWithdrawal(id)}><Button>{m.rights_erasure_withdraw()}</Button></PostForm>}
        <ButtonLink variant="quiet" to={paths.rights(id)}>{m.rights_back()}</ButtonLink>
      </ButtonRow>
      {!isOwner && <p>{m.rights_owners_only()}</p>}
    </AccountShell>
  );
}

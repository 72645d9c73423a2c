import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { freezeSignIn, readFreezeLink } from "~/access/freeze.server";
import { linkDb } from "~/access/link.server";
import { maskValue } from "~/contact-details/mask";
import { m } from "~/i18n/messages";
import { LinkBoundary } from "~/objections/link-boundary";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { SupportContact } from "~/ui/support-contact";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_freeze_title()) }, { name: "robots", content: "noindex" }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = linkDb(request);
  const { addresses, used } = await readFreezeLink(db, parameter(params, "link"), parameter(params, "token"));
  return { masked: addresses.map((address) => maskValue("email", address)), used };
}

/** "This was not me": stops sign-in at the old and the new address until an agent has spoken with the customer. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = linkDb(request);
  const link = parameter(params, "link");
  const token = parameter(params, "token");
  await freezeSignIn(db, link, token);
  return redirect(paths.freeze(link, token));
}

export default function Freeze() {
  const { masked, used } = useLoaderData<typeof loader>();
  return (
    <CustomerShell>
      <PageTitle intro={used ? m.account_frozen_intro() : m.account_freeze_intro()}>
        {used ? m.account_frozen_title() : m.account_freeze_title()}
      </PageTitle>
      <SummaryList rows={masked.map((address, at) => ({ label: at === 0 ? m.account_freeze_old() : m.account_freeze_new(), value: <bdi>{address}</bdi> }))} />
      {used ? <Notice tone="success" title={m.account_frozen_next()}><SupportContact /></Notice> : <FreezeForm />}
    </CustomerShell>
  );
}

function FreezeForm() {
  return (
    <PostForm>
      <ButtonRow>
        <Button variant="danger">{m.account_freeze_button()}</Button>
      </ButtonRow>
    </PostForm>
  );
}

export { LinkBoundary as ErrorBoundary };

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { readInterfaces } from "~/interfaces/interfaces.server";
import { TokenForm } from "~/interfaces/token-form";
import { TokenTable } from "~/interfaces/token-table";
import { viewToken } from "~/interfaces/token-view.server";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { EmptyState } from "~/ui/empty-state";
import { PageTitle } from "~/ui/page-title";
import { EndpointTable } from "~/webhooks/endpoint-table";
import { viewEndpoint } from "~/webhooks/endpoint-view.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.interfaces_title()) }];

/** How other systems get to know what changed: who is told, and who may ask. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, tokens, endpoints } = await readInterfaces(db);
  return { me, tokens: tokens.map(viewToken), endpoints: endpoints.map(viewEndpoint) };
}

export default function Interfaces() {
  const { me, tokens, endpoints } = useLoaderData<typeof loader>();
  return (
    <AdminFrame me={me}>
      <PageTitle intro={<>{m.interfaces_intro()} <Link to={paths.api()} reloadDocument>{m.interfaces_to_documentation()}</Link></>}>{m.interfaces_title()}</PageTitle>
      <section className="mb-6">
        {endpoints.length > 0
          ? <EndpointTable endpoints={endpoints} />
          : <EmptyState title={m.interfaces_webhooks_empty_title()}>{m.interfaces_webhooks_empty_text()}</EmptyState>}
        <p className="mt-3"><ButtonLink variant="secondary" to={paths.newWebhook()}>{m.interfaces_webhook_new()}</ButtonLink></p>
      </section>
      {tokens.length > 0
        ? <TokenTable tokens={tokens} />
        : <EmptyState title={m.interfaces_tokens_empty_title()}>{m.interfaces_tokens_empty_text()}</EmptyState>}
      <h2 className="mt-4 mb-2 text-lg">{m.interfaces_token_new()}</h2>
      <TokenForm />
    </AdminFrame>
  );
}

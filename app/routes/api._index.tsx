import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { apiExamples } from "~/change-feed/api-examples";
import { FeedSection } from "~/change-feed/feed-section";
import { WebhookSection } from "~/change-feed/webhook-section";
import { siteUrl } from "~/env.server";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.interfaces_api_title()) }];

/** For those who connect another system: how to ask, how to be told. Open to everybody; nothing on it is secret. */
export function loader() {
  return { examples: apiExamples(siteUrl()) };
}

export default function Api() {
  const { examples } = useLoaderData<typeof loader>();
  return (
    <CustomerShell>
      <PageTitle intro={m.interfaces_api_intro()}>{m.interfaces_api_title()}</PageTitle>
      <p className="mb-(--gap)"><a href={paths.openApi()}>{m.interfaces_api_openapi()}</a></p>
      <FeedSection examples={examples} />
      <WebhookSection examples={examples} />
    </CustomerShell>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { AdminFrame } from "~/desk/admin-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { CodeBlock } from "~/ui/code-block";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { readSecrets } from "~/webhooks/webhooks.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.interfaces_webhook_secret()) }];

/** There is nothing to see but in answer to the form, so that no history and no link shows a secret. */
export function loader({ request, params }: LoaderFunctionArgs) {
  if (!answersPost(request)) throw redirect(paths.webhook(parameter(params, "endpoint")));
  return null;
}

/** Shows the secret that an endpoint's webhooks are signed with. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const endpoint = parameter(params, "endpoint");
  return data({ endpoint, ...(await readSecrets(db, endpoint, new Date())) });
}

export default function WebhookSecret() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, endpoint, name, secret, previous } = answer;
  return (
    <AdminFrame me={me}>
      <PageTitle caption={<bdi>{name}</bdi>} intro={m.interfaces_webhook_secret_intro()}>{m.interfaces_webhook_secret()}</PageTitle>
      <div className="max-w-3xl">
        <CodeBlock label={m.interfaces_webhook_secret()}>{secret}</CodeBlock>
        {previous && <p className="mb-1">{m.interfaces_webhook_secret_previous()}</p>}
        {previous && <CodeBlock label={m.interfaces_webhook_secret_old()}>{previous}</CodeBlock>}
        <ButtonLink variant="secondary" reloadDocument to={paths.webhook(endpoint)}>{m.interfaces_back_to_webhook()}</ButtonLink>
      </div>
    </AdminFrame>
  );
}

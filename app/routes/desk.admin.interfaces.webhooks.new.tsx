import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { readInterfaces } from "~/interfaces/interfaces.server";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary, type FieldError } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { EndpointForm } from "~/webhooks/endpoint-form";
import { readEndpointForm } from "~/webhooks/endpoint-form.server";
import { createEndpoint } from "~/webhooks/webhooks.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.interfaces_webhook_new()) }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me } = await readInterfaces(db);
  return { me };
}

/** Makes an endpoint and goes to its page. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const read = readEndpointForm(await request.formData());
  if (!read.draft) return data({ typed: read.typed, errors: Object.entries(read.errors).map(([name, key]): FieldError => ({ name, message: errorText(key) })) }, { status: 422 });
  try {
    return redirect(paths.webhook(await createEndpoint(db, read.draft)));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const errors: FieldError[] = [{ message: errorText(error.messageKey) }];
    return data({ typed: read.typed, errors }, { status: error.status });
  }
}

export default function NewWebhook() {
  const { me } = useLoaderData<typeof loader>();
  const { typed, errors = [] } = useActionData<typeof action>() ?? {};
  return (
    <AdminFrame me={me}>
      <ErrorSummary errors={errors} />
      <PageTitle intro={m.interfaces_webhook_new_intro()}>{m.interfaces_webhook_new()}</PageTitle>
      <EndpointForm typed={typed} errors={Object.fromEntries(errors.map(({ name = "", message }) => [name, message]))} />
    </AdminFrame>
  );
}

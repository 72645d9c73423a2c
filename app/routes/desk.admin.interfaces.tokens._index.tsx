import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { createToken, readInterfaces } from "~/interfaces/interfaces.server";
import { NewToken } from "~/interfaces/new-token";
import { readTokenForm } from "~/interfaces/token-form.server";
import { TokenForm } from "~/interfaces/token-form";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.interfaces_token_new()) }];

/** Only completes the page that a new token is shown on; it has none of its own. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (!answersPost(request)) throw redirect(paths.interfaces());
  const { me } = await readInterfaces(db);
  return { me };
}

/** Makes a token and shows it, this once. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const read = readTokenForm(await request.formData());
  if (!read.draft) return data({ typed: read.typed, errors: sentences(read.errors) }, { status: 422 });
  try {
    return data({ name: read.draft.name, token: await createToken(db, read.draft) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ typed: read.typed, errors: sentences({ name: error.messageKey }) }, { status: error.status });
  }
}

function sentences(keys: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, errorText(key)]));
}

export default function Tokens() {
  const { me } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer && "token" in answer) return <AdminFrame me={me}><NewToken {...answer} /></AdminFrame>;
  const errors = answer?.errors ?? {};
  return (
    <AdminFrame me={me}>
      <ErrorSummary errors={Object.entries(errors).map(([name, message]) => ({ name, message }))} />
      <PageTitle>{m.interfaces_token_new()}</PageTitle>
      <TokenForm typed={answer?.typed} errors={errors} />
    </AdminFrame>
  );
}

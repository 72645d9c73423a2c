import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { readPolicy, savePolicy } from "~/caller-checks/caller-checks.server";
import { PolicyForm } from "~/caller-checks/policy-form";
import { readPolicyForm, typedPolicy } from "~/caller-checks/policy-form.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment } from "~/i18n/times";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { errorsByName, ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.checks_policy_title()) }];

/** What callers are asked; `?saved` tells that it was kept. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, policy: { changedAt, changedBy, ...policy } } = await readPolicy(db);
  return {
    me,
    typed: typedPolicy(policy),
    changed: changedAt && changedBy ? m.checks_policy_changed({ name: changedBy, when: shortMoment(changedAt, getLocale()) }) : null,
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

/** Keeps the policy; one that cannot be kept comes back as it was typed. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const read = readPolicyForm(await request.formData());
  if (!read.policy) return data({ typed: read.typed, errors: read.errors, message: undefined }, { status: 422 });
  try {
    await savePolicy(db, read.policy);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ typed: read.typed, errors: {}, message: errorText(error.messageKey) }, { status: error.status });
  }
  return redirect(`${paths.callerPolicy()}?saved`);
}

export default function CallerPolicy() {
  const { me, typed, changed, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AdminFrame me={me}>
      <ErrorSummary errors={refused?.message ? [{ message: refused.message }] : errorsByName(refused?.errors)} />
      {saved && !refused && <Notice live tone="success" title={m.checks_policy_saved()} />}
      <PageTitle intro={m.checks_policy_intro()}>{m.checks_policy_title()}</PageTitle>
      {changed && <p className="mb-(--gap) text-ink-soft">{changed}</p>}
      <PolicyForm typed={refused?.typed ?? typed} errors={refused?.errors ?? {}} />
    </AdminFrame>
  );
}

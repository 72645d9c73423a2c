import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { AccountShell } from "~/customers/account-shell";
import { Refusal } from "~/db/refusal";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { RightsPage } from "~/rights/rights-page";
import { viewRights } from "~/rights/rights-view.server";
import { readRights, readWishes, saveWishes } from "~/rights/rights.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.rights_title()) }];

/** Language, email or post, reminders; a copy of everything; erasure. `?saved` tells that the wishes were kept. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { customer, you, severalCustomers, ...rights } = await readRights(db, parameter(params, "customer"));
  const head = { customer, you, severalCustomers };
  return { head, rights: viewRights({ ...head, ...rights }), saved: new URL(request.url).searchParams.has("saved") };
}

/** Keeps the wishes; where email was chosen and none is left meanwhile, the page says so beside the choice. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const wishes = readWishes(await request.formData());
  try {
    await saveWishes(db, customer, wishes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ wishes, message: errorText(error.messageKey) }, { status: error.status });
  }
  return redirect(`${paths.rights(customer)}?saved`);
}

export default function Settings() {
  const { head, rights, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AccountShell head={head}>
      {refused && <ErrorSummary errors={[{ name: "contact_by", message: refused.message }]} />}
      {saved && <Notice live tone="success" title={m.rights_saved()} />}
      <PageTitle intro={m.rights_intro()}>{m.rights_title()}</PageTitle>
      <RightsPage customer={head.customer.id} rights={refused ? { ...rights, wishes: refused.wishes } : rights} error={refused?.message} />
    </AccountShell>
  );
}

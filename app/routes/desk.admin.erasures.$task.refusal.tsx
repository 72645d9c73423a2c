import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { AdminFrame } from "~/desk/admin-frame";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { ErasurePage } from "~/rights/erasure-page";
import { viewErasure } from "~/rights/erasure-view.server";
import { readErasure, refuseErasure } from "~/rights/erasure.server";
import { documentTitle } from "~/ui/document-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.rights_admin_title()) }];

/** The request again, where it could not be refused. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const erasure = await readErasure(db, parameter(params, "task"));
  return { me: erasure.me, erasure: viewErasure(erasure) };
}

/** Refuses the request for a reason, which the customer reads in their settings. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const typed = formText(await request.formData(), "reason");
  try {
    await refuseErasure(db, parameter(params, "task"), typed);
    return redirect(`${paths.tasks()}?closed`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "task_is_closed") return redirect(`${paths.tasks()}?settled`);
    return data({ field: "reason" as const, typed, message: errorText(error.messageKey) }, { status: error.status });
  }
}

export default function ErasureRefusal() {
  const page = useLoaderData<typeof loader>();
  return <AdminFrame me={page.me}><ErasurePage erasure={page.erasure} problem={useActionData<typeof action>()} /></AdminFrame>;
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { CommitmentPage } from "~/commitments/commitment-page";
import { settleUnkept } from "~/commitments/commitments.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.commitments_title()) }];

/** Reached by reloading: the promise's page is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.commitment(parameter(params, "commitment")));
}

/** Says that a promise was broken, and why; without a reason its page comes back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  return settleUnkept(db, parameter(params, "commitment"), "broken", await request.formData());
}

export default function Refused() {
  const page = useActionData<typeof action>();
  return page && <DeskFrame me={page.me}><CommitmentPage {...page} /></DeskFrame>;
}

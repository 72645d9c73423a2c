import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { overrideCheck } from "~/caller-checks/caller-checks.server";
import { actOf, attempt } from "~/caller-checks/check-acts.server";
import { CheckPage } from "~/caller-checks/check-page";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { DeskFrame } from "~/desk/desk-frame";
import { formText } from "~/form-text";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.checks_title()) }];

export const shouldRevalidate = keepWhileChecking;

/** Reached by reloading: the check has a page of its own. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.callerCheck(parameter(params, "account")));
}

/** A supervisor passes a check, with a reason. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const form = await request.formData();
  const typed = formText(form, "reason");
  return attempt(db, account, { about: "override", typed }, async () =>
    actOf(await overrideCheck(db, account, formText(form, "agent"), typed), { about: "override", good: true, message: m.checks_overridden() }));
}

export default function Overridden() {
  const act = useActionData<typeof action>();
  return act && <DeskFrame me={act.me}><CheckPage {...act} act={act} /></DeskFrame>;
}

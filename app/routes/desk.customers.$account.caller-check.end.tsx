import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { endCheck } from "~/caller-checks/caller-checks.server";
import { actOf } from "~/caller-checks/check-acts.server";
import { CheckPage } from "~/caller-checks/check-page";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { DeskFrame } from "~/desk/desk-frame";
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

/** The call is over: the next one is checked anew. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  return actOf(await endCheck(db, parameter(params, "account")), { about: "end", good: true, message: m.checks_ended() });
}

export default function Ended() {
  const act = useActionData<typeof action>();
  return act && <DeskFrame me={act.me}><CheckPage {...act} act={act} /></DeskFrame>;
}

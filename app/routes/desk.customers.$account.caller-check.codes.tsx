import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { sendCallerCode } from "~/caller-checks/caller-checks.server";
import { attempt, codeAct } from "~/caller-checks/check-acts.server";
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

/** Mails a code to an address on file, for the caller to read out. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const address = formText(await request.formData(), "address");
  return attempt(db, account, { about: "email_code" }, async () => codeAct(await sendCallerCode(db, account, address)));
}

export default function CodeSent() {
  const act = useActionData<typeof action>();
  return act && <DeskFrame me={act.me}><CheckPage {...act} act={act} /></DeskFrame>;
}

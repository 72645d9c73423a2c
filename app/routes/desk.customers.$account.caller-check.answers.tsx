import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { acceptCallerCode } from "~/access/caller-code.server";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { checkKinds } from "~/caller-checks/check-kinds";
import { attempt, compare, compareCode, notAnAnswer } from "~/caller-checks/check-acts.server";
import { CheckPage } from "~/caller-checks/check-page";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { readAnswer } from "~/caller-checks/read-answer";
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

/** Has what the caller said compared. The desk learns whether it is right, and nothing else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const form = await request.formData();
  const kind = checkKinds.find((one) => one === form.get("kind"));
  if (!kind) throw new Response(null, { status: 400 });
  const typed = formText(form, "answer").slice(0, 40);
  const answer = readAnswer(kind, typed);
  return attempt(db, account, { about: kind, typed }, () => {
    if (answer === null) return notAnAnswer(db, account, kind, typed);
    return kind === "email_code" ? compareCode(db, account, (asked) => acceptCallerCode(asked, answer, request)) : compare(db, account, kind, answer);
  });
}

export default function Answered() {
  const act = useActionData<typeof action>();
  return act && <DeskFrame me={act.me}><CheckPage {...act} act={act} /></DeskFrame>;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { acceptCallerCode } from "~/access/caller-code.server";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
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
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSession(request);
  return answersPost(request) ? null : redirect(paths.callerCheck(parameter(params, "account")));
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
  const act = await attempt(db, account, { about: kind, typed }, () => {
    if (answer === null) return notAnAnswer(db, account, kind, typed);
    return kind === "email_code" ? compareCode(db, account, (asked) => acceptCallerCode(asked, answer, request)) : compare(db, account, kind, answer);
  });
  return data(act, { status: act.good ? 200 : 422 });
}

export default function Answered() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, account, caption, check } = answer;
  return (
    <DeskFrame me={me}>
      <CheckPage account={account} caption={caption} check={check} act={answer} />
    </DeskFrame>
  );
}

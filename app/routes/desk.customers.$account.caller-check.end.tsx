import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
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
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSession(request);
  return answersPost(request) ? null : redirect(paths.callerCheck(parameter(params, "account")));
}

/** The call is over: the next one is checked anew. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  return data(actOf(await endCheck(db, parameter(params, "account")), { about: "end", good: true, message: m.checks_ended() }));
}

export default function Ended() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, account, caption, check } = answer;
  return (
    <DeskFrame me={me}>
      <CheckPage account={account} caption={caption} check={check} act={answer} />
    </DeskFrame>
  );
}

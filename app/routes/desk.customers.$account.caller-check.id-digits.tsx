import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { readCheck, recordIdDigits } from "~/caller-checks/caller-checks.server";
import { actOf, attempt } from "~/caller-checks/check-acts.server";
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

/** Keeps the last four characters of an ID number, which nobody reads again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const typed = formText(await request.formData(), "digits").slice(0, 40);
  const digits = readAnswer("id_digits", typed);
  return attempt(db, account, { about: "digits", typed }, async () => digits === null
    ? actOf(await readCheck(db, account), { about: "digits", good: false, message: m.checks_unreadable({ hint: m.checks_hint_id_digits() }), typed })
    : actOf(await recordIdDigits(db, account, digits), { about: "digits", good: true, message: m.checks_recorded() }));
}

export default function Recorded() {
  const act = useActionData<typeof action>();
  return act && <DeskFrame me={act.me}><CheckPage {...act} act={act} /></DeskFrame>;
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { takeSecondStep } from "~/access/second-step.server";
import { DeskFrame } from "~/desk/desk-frame";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { AppCode } from "~/staff/security-page";
import { readAppCode, readFactor, readSecurity } from "~/staff/security.server";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.staff_security_title()) }];

/** Reached by reloading: the page of the second step is the place. */
export function loader({ request }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.security());
}

/** Takes the second step; a wrong code is told beside its field. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  const factor = readFactor(form);
  const { typed, code } = readAppCode(form);
  const cookies = code ? await takeSecondStep(request, factor, code) : null;
  if (cookies) return redirect(paths.desk(), { headers: cookies.map((value): [string, string] => ["Set-Cookie", value]) });
  const { me } = await readSecurity(db);
  return data({ me, factor, answer: { typed, message: code ? m.staff_security_wrong() : m.staff_security_shape() } }, { status: 422 });
}

export default function SecondStep() {
  const refused = useActionData<typeof action>();
  if (!refused) return null;
  const { me, factor, answer } = refused;
  return (
    <DeskFrame me={me}>
      <ErrorSummary errors={[{ name: "code", message: answer.message }]} />
      <PageTitle>{m.staff_security_title()}</PageTitle>
      <AppCode factor={factor} intro={m.staff_security_take()} answer={answer} />
    </DeskFrame>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { enter } from "~/access/access.server";
import { verifyCode } from "~/access/code.server";
import { CodeField, readCode } from "~/access/code-field";
import { readPendingSignIn } from "~/access/pending-sign-in.server";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.access_code_title()) }];

export async function loader({ request }: LoaderFunctionArgs) {
  const pending = await readPendingSignIn(request);
  if (!pending) throw redirect(paths.signIn());
  return { email: pending.email };
}

/** Trades the code for a session. */
export async function action({ request }: ActionFunctionArgs) {
  const pending = await readPendingSignIn(request);
  if (!pending) throw redirect(paths.signIn());
  const { typed, code } = readCode(await request.formData());
  if (!code) return data({ typed, message: m.access_code_shape() }, { status: 422 });
  const verified = await verifyCode(pending.email, code, { request: pending.request }, request);
  if ("refused" in verified) {
    return data({ typed, message: verified.refused === "locked" ? m.access_code_locked() : m.access_code_wrong() }, { status: 422 });
  }
  const entered = await enter(verified, pending, request);
  if (entered) throw entered;
  return data({ typed, message: pending.activation ? m.access_activation_gone() : m.access_code_no_account() }, { status: 422 });
}

export default function SignInCode() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CustomerShell>
      {refused && <ErrorSummary errors={[{ name: "code", message: refused.message }]} />}
      <PageTitle intro={<>{m.access_code_intro_before()} <bdi className="font-semibold">{email}</bdi> {m.access_code_intro_after()}</>}>
        {m.access_code_title()}
      </PageTitle>
      <PostForm className="max-w-xl">
        <CodeField typed={refused?.typed} error={refused?.message} />
        <ButtonRow>
          <Button>{m.access_sign_in()}</Button>
          <ButtonLink variant="quiet" to={paths.signIn()}>{m.access_new_code()}</ButtonLink>
        </ButtonRow>
      </PostForm>
      <p className="mt-(--gap) max-w-prose text-ink-soft">{m.access_code_not_there()}</p>
    </CustomerShell>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { requestCode } from "~/access/code.server";
import { writePendingSignIn } from "~/access/pending-sign-in.server";
import { checkEmail } from "~/contact-details/email";
import { formText } from "~/form-text";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { localPath } from "~/local-path";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { TextField } from "~/ui/field";
import { PostForm } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";

export const meta: MetaFunction = () => [{ title: documentTitle(m.access_sign_in_title()) }];

export function loader({ request }: LoaderFunctionArgs) {
  return { to: localPath(new URL(request.url).searchParams.get("to")) };
}

/** Asks for a code. Whatever address is typed, the answer is the same. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const typed = formText(form, "email");
  const to = localPath(form.get("to"));
  const { value: email, error } = checkEmail(typed);
  if (error) return data({ typed, message: errorText(error) }, { status: 422 });
  const answer = await requestCode(email, getLocale(), request);
  if (answer.state === "limited") {
    return data({ typed, message: m.access_too_many_codes({ time: timeOfDay(answer.retryAt, getLocale()) }), retryAt: answer.retryAt }, { status: 429 });
  }
  return redirect(paths.signInCode(), { headers: { "Set-Cookie": await writePendingSignIn({ email, to, request: answer.request }) } });
}

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <CustomerShell>
      {refused && <ErrorSummary errors={[{ name: "email", message: refused.message }]} />}
      <PageTitle intro={m.access_sign_in_intro()}>{m.access_sign_in_title()}</PageTitle>
      <PostForm className="max-w-xl">
        <input type="hidden" name="to" value={to} />
        <TextField
          label={m.access_email_label()}
          name="email"
          type="email"
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          defaultValue={refused?.typed}
          error={refused?.message}
          required
        />
        <ButtonRow>
          <Button>{m.access_send_code()}</Button>
        </ButtonRow>
      </PostForm>
      <p className="mt-8 max-w-prose">
        {m.access_no_email_question()} <Link to={paths.activationLetter()} className="inline-block py-3 font-semibold">{m.access_no_email_letter()}</Link>
      </p>
    </CustomerShell>
  );
}

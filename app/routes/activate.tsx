import { type ActionFunctionArgs, data, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { tryActivation } from "~/access/activation.server";
import { ActivationFields } from "~/access/activation-fields";
import { readActivation } from "~/access/activation-form.server";
import { writePendingSignIn } from "~/access/pending-sign-in.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { errorsByName, ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { SupportContact } from "~/ui/support-contact";

export const meta: MetaFunction = () => [{ title: documentTitle(m.access_activate_title()) }];

/** Takes the code from the letter and the address that shall sign in; the right one leads on to the code by email. */
export async function action({ request }: ActionFunctionArgs) {
  const { typed, ...read } = readActivation(await request.formData());
  if ("errors" in read) return data({ typed, errors: read.errors }, { status: 422 });
  const tried = await tryActivation(read.activation, getLocale(), request);
  switch (tried.state) {
    case "sent": {
      const pending = { email: read.activation.email, to: paths.home(), request: tried.request, activation: tried.activation };
      return redirect(paths.signInCode(), { headers: { "Set-Cookie": await writePendingSignIn(pending) } });
    }
    case "wrong":
      return data({ typed, errors: { code: m.access_activate_wrong() } }, { status: 422 });
    case "limited":
      return data({ typed, errors: {}, message: m.access_activate_limited({ time: timeOfDay(tried.retryAt, getLocale()) }), retryAt: tried.retryAt }, { status: 429 });
    case "locked":
      return data({ stop: tried.state, until: timeOfDay(tried.retryAt, getLocale()) }, { status: 422 });
    case "over":
    case "has_login":
      return data({ stop: tried.state }, { status: 422 });
  }
}

export default function Activate() {
  const answer = useActionData<typeof action>();
  if (answer && "stop" in answer) return <Stopped why={answer.stop} until={"until" in answer ? answer.until : ""} />;
  return (
    <CustomerShell>
      <ErrorSummary errors={answer && "message" in answer ? [{ message: answer.message }] : errorsByName(answer?.errors)} />
      <PageTitle intro={m.access_activate_intro()}>{m.access_activate_title()}</PageTitle>
      <PostForm className="max-w-xl" reloadDocument>
        <ActivationFields typed={answer?.typed} errors={answer?.errors} />
        <ButtonRow>
          <Button>{m.access_activate_send()}</Button>
          <ButtonLink variant="quiet" to={paths.activationLetter()}>{m.access_activate_no_letter()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </CustomerShell>
  );
}

/** Where this code leads no further: why, and the two ways that do. */
function Stopped({ why, until }: { why: "locked" | "over" | "has_login"; until: string }) {
  const words = {
    locked: [m.access_activate_locked_title(), m.access_activate_locked_text({ time: until })],
    over: [m.access_activate_over_title(), m.access_activate_over_text()],
    has_login: [m.access_activate_has_login_title(), m.access_activate_has_login_text()],
  }[why];
  return (
    <CustomerShell>
      <PageTitle intro={words[1]}>{words[0]}</PageTitle>
      <Notice title={m.access_activate_call()}><SupportContact /></Notice>
      <p>
        {why === "has_login"
          ? <ButtonLink to={paths.signIn()}>{m.access_sign_in()}</ButtonLink>
          : <ButtonLink to={paths.activationLetter()}>{m.access_activate_new_letter()}</ButtonLink>}
      </p>
    </CustomerShell>
  );
}

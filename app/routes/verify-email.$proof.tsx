import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CodeField, readCode } from "~/access/code-field";
import { proveEmail, readProof, resendProofCode } from "~/access/email-proof.server";
import { answerTo } from "~/access/guard.server";
import { maskValue } from "~/contact-details/mask";
import { Refusal } from "~/db/refusal";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonRow } from "~/ui/button";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_verify_title()) }];

/** Where the code from a new address is typed; open to whoever holds the mail, so the address is masked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { email, state, reference, byStaff } = await readProof(parameter(params, "proof"), request).catch((error: unknown) => { throw answerTo(error, request); });
  return { masked: maskValue("email", email), state, reference, byStaff };
}

/** The right code makes the address count; without a code (the second button) a new one is mailed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const proof = parameter(params, "proof");
  const form = await request.formData();
  if (form.has("resend")) return resend(proof, request);
  const { typed, code } = readCode(form);
  if (!code) return data({ typed, message: m.access_code_shape() }, { status: 422 });
  try {
    const { email, customer } = await readProof(proof, request);
    const proven = await proveEmail(proof, email, code, request);
    if ("refused" in proven) {
      return data({ typed, message: proven.refused === "locked" ? m.access_code_locked() : m.access_code_wrong() }, { status: 422 });
    }
    if (proven.accepted.status === "conflict" || proven.accepted.status === "limited") return data({ typed: "", message: m.account_verify_conflict() }, { status: 409 });
    const headers = proven.setCookie.map((value): [string, string] => ["Set-Cookie", value]);
    const { reference, movedLogin } = proven.accepted;
    return redirect(reference && movedLogin ? paths.update(customer, reference) : paths.verifyEmail(proof), { headers });
  } catch (error) {
    const answer = answerTo(error, request);
    if (!(answer instanceof Refusal)) throw answer;
    return data({ typed: "", message: errorText(answer.messageKey) }, { status: answer.status });
  }
}

async function resend(proof: string, request: Request) {
  const answer = await resendProofCode(proof, getLocale(), request).catch((error: unknown) => { throw answerTo(error, request); });
  if (answer.state === "queued") return data({ typed: "", resent: true });
  return data({ typed: "", message: m.access_too_many_codes({ time: timeOfDay(answer.retryAt, getLocale()) }), retryAt: answer.retryAt }, { status: 429 });
}

export default function VerifyEmail() {
  const { masked, state, reference, byStaff } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const message = answer && "message" in answer ? answer.message : undefined;
  if (state !== "open") return <Settled done={state === "done"} reference={reference} />;
  return (
    <CustomerShell>
      {message && <ErrorSummary errors={[{ name: "code", message }]} />}
      {answer && "resent" in answer && <Notice live title={m.account_verify_resent()} />}
      <PageTitle intro={byStaff ? m.account_verify_intro_staff({ email: masked }) : m.account_verify_intro({ email: masked })}>
        {m.account_verify_title()}
      </PageTitle>
      <PostForm className="max-w-xl">
        <CodeField typed={answer?.typed} error={message} />
        <ButtonRow>
          <Button>{m.account_verify_button()}</Button>
          <Button variant="quiet" name="resend" value="yes">{m.access_new_code()}</Button>
        </ButtonRow>
      </PostForm>
    </CustomerShell>
  );
}

function Settled({ done, reference }: { done: boolean; reference: string | null }) {
  return (
    <CustomerShell>
      <PageTitle intro={done ? m.account_verify_done_intro() : m.account_verify_gone_intro()}>
        {done ? m.account_verify_done_title() : m.account_verify_gone_title()}
      </PageTitle>
      {reference && <p className="mb-(--gap)">{m.account_saved_reference()} <strong><Reference>{reference}</Reference></strong></p>}
      <p><a href={paths.accounts()}>{m.account_back_to_overview()}</a></p>
    </CustomerShell>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CodeField, readCode } from "~/access/code-field";
import { proveEmail, resendProofCode } from "~/access/email-proof.server";
import { answerTo, requireSession } from "~/access/guard.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { headOf, readRecord } from "~/desk/record.server";
import { SavedNotice } from "~/desk/saved-notice";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { NoteBar } from "~/notes/note-bar";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { Button, ButtonLink, ButtonRow } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_proof_title()) }];

/** Where an agent types the code that the caller reads out of the mail; `email` is null once nothing waits for it any more. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const record = await readRecord(db, parameter(params, "account"));
  const saved = new URL(request.url).searchParams.get("saved");
  return {
    ...headOf(record),
    email: record.pendingEmails.find(({ proof }) => proof === params.proof)?.email ?? null,
    saved: record.updates.find(({ reference }) => reference === saved)?.reference,
  };
}

/** The right code makes the address count; without a code (the second button) a new one is mailed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const { pendingEmails } = await readRecord(db, account);
  const pending = pendingEmails.find(({ proof }) => proof === params.proof);
  if (!pending) return redirect(paths.emailProof(account, parameter(params, "proof")));
  const form = await request.formData();
  if (form.has("resend")) return resend(pending.proof, request);
  const { typed, code } = readCode(form);
  if (!code) return data({ typed, message: m.desk_proof_shape() }, { status: 422 });
  return prove(account, { ...pending, typed, code }, request);
}

async function prove(account: string, { proof, email, typed, code }: { proof: string; email: string; typed: string; code: string }, request: Request) {
  try {
    const proven = await proveEmail(proof, email, code, request);
    if ("refused" in proven) {
      return data({ typed, message: proven.refused === "locked" ? m.desk_proof_locked() : m.desk_proof_wrong() }, { status: 422 });
    }
    const { accepted } = proven;
    if (!("proofs" in accepted)) return data({ typed: "", message: m.desk_proof_conflict() }, { status: 409 });
    return redirect(paths.record(account) + (accepted.reference ? `?saved=${accepted.reference}` : ""));
  } catch (error) {
    const answer = answerTo(error, request);
    if (!(answer instanceof Refusal)) throw answer;
    return data({ typed: "", message: errorText(answer.messageKey) }, { status: answer.status });
  }
}

async function resend(proof: string, request: Request) {
  const answer = await resendProofCode(proof, getLocale(), request).catch((error: unknown) => { throw answerTo(error, request); });
  if (answer.state === "queued") return data({ typed: "", resent: true });
  return data({ typed: "", message: m.desk_proof_too_many({ time: timeOfDay(answer.retryAt, getLocale()) }), retryAt: answer.retryAt }, { status: 429 });
}

export default function EmailProof() {
  const { me, account, caption, note, email, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const message = answer && "message" in answer ? answer.message : undefined;
  const back = paths.record(account);
  if (!email) {
    return (
      <DeskFrame me={me}>
        <NoteBar account={account} note={note} />
        <PageTitle caption={caption} intro={m.desk_proof_gone_text()}>{m.desk_proof_gone_title()}</PageTitle>
        <ButtonLink to={back}>{m.desk_to_record()}</ButtonLink>
      </DeskFrame>
    );
  }
  return (
    <DeskFrame me={me}>
      <NoteBar account={account} note={note} />
      {message && <ErrorSummary errors={[{ name: "code", message }]} />}
      {!answer && <SavedNotice reference={saved} />}
      {answer && "resent" in answer && <Notice live title={m.desk_proof_resent()} />}
      <PageTitle caption={caption} intro={m.desk_proof_intro({ email })}>{m.desk_proof_title()}</PageTitle>
      <PostForm reloadDocument className="max-w-xl">
        <CodeField typed={answer?.typed} error={message} />
        <ButtonRow>
          <Button>{m.desk_proof_accept()}</Button>
          <Button variant="quiet" name="resend" value="yes">{m.access_new_code()}</Button>
          <ButtonLink variant="quiet" to={back}>{m.desk_proof_later()}</ButtonLink>
        </ButtonRow>
      </PostForm>
    </DeskFrame>
  );
}

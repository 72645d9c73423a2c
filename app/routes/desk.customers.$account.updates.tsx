import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { headOf, readRecord } from "~/desk/record.server";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { ConflictForm } from "~/updates/conflict-form";
import { choose, versionsSeen, viewConflict } from "~/updates/conflict.server";
import { readChanges } from "~/updates/edit-form.server";
import { readIdentification } from "~/updates/identification";
import { IdentifiedBy } from "~/updates/identification-choice";
import { readRequestId } from "~/updates/request-id.server";
import { correctOnCall } from "~/updates/save.server";
import type { Saved } from "~/updates/update.schema";
import { company } from "../../kartei.config";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_correct()) }];

/** Whose record it is, below a save that did not go through; there is nothing else to see here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  if (!answersPost(request)) throw redirect(paths.record(account));
  return headOf(await readRecord(db, account));
}

/** Saves a checked form, or asks which value shall stand where somebody else was quicker. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const form = await request.formData();
  const changes = choose(readChanges(form), form);
  const identifiedBy = readIdentification(form);
  if (!identifiedBy) throw new Response(null, { status: 400 });
  if (changes.length === 0) return redirect(paths.record(account));
  try {
    const saved = await correctOnCall(db, account, changes, identifiedBy, readRequestId(form));
    if (saved.status === "limited") {
      return data({ message: m.desk_proof_too_many({ time: timeOfDay(saved.retryAt, getLocale()) }), retryAt: saved.retryAt }, { status: 429 });
    }
    if (saved.status !== "conflict") return redirect(wayOn(account, saved));
    const conflicts = saved.conflicts.map((conflict) => viewConflict(conflict, company.defaultCountry));
    return data({ conflicts, versions: versionsSeen(saved.conflicts), changes, identifiedBy, requestId: randomUUID() }, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ message: errorText(error.messageKey) }, { status: error.status });
  }
}

// The caller is still on the phone: an address that waits for its code comes first, the record after it.
function wayOn(account: string, { reference, proofs: [proof] }: Extract<Saved, { proofs: string[] }>): string {
  const saved = reference ? `?saved=${reference}` : "";
  return (proof ? paths.emailProof(account, proof) : paths.record(account)) + saved;
}

export default function Corrections() {
  const { me, account, caption } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const back = paths.record(account);
  if ("message" in answer) {
    return (
      <DeskFrame me={me}>
        <ErrorSummary errors={[{ message: answer.message }]} />
        <ButtonLink to={back}>{m.desk_to_record()}</ButtonLink>
      </DeskFrame>
    );
  }
  const { identifiedBy, ...conflict } = answer;
  return (
    <DeskFrame me={me}>
      <PageTitle caption={caption} intro={m.account_conflict_intro()}>{m.account_conflict_title()}</PageTitle>
      <ConflictForm {...conflict} action={paths.corrections(account)} back={back}>
        <IdentifiedBy chosen={identifiedBy} />
      </ConflictForm>
    </DeskFrame>
  );
}

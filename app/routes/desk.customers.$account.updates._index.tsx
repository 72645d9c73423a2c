import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { onlyPosted, requireSession } from "~/access/guard.server";
import { CallerCheckPanel } from "~/caller-checks/caller-check-panel";
import { viewCheck, viewCheckPage } from "~/caller-checks/check-view.server";
import { readCheck } from "~/caller-checks/caller-checks.server";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { Refusal } from "~/db/refusal";
import { DeskFrame } from "~/desk/desk-frame";
import { headOf, readRecord } from "~/desk/record.server";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { NoteBar } from "~/notes/note-bar";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { ButtonLink } from "~/ui/button";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { ConflictForm } from "~/updates/conflict-form";
import { choose, versionsSeen, viewConflict } from "~/updates/conflict.server";
import { CorrectionCheck } from "~/updates/correction-check";
import { correctionCheckAgain, isReadBack } from "~/updates/correction-check.server";
import { readChanges } from "~/updates/edit-form.server";
import { editPlace } from "~/updates/edit-place";
import { readPresence } from "~/updates/presence";
import { PresenceNote } from "~/updates/presence-choice";
import { readRequestId } from "~/updates/request-id.server";
import { chosenAlike } from "~/updates/same-address.server";
import { correctAtDesk } from "~/updates/save.server";
import type { Saved } from "~/updates/update.schema";
import { company } from "../../kartei.config";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_correct()) }];

export const shouldRevalidate = keepWhileChecking;

/** Reached by reloading: the record is the place. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return onlyPosted(request, paths.record(parameter(params, "account")));
}

/**
 * Saves what was read back, or asks which value shall stand where somebody else was quicker. A record that is read again,
 * below a save that did not go through, is read once, since each look is logged.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const account = parameter(params, "account");
  const form = await request.formData();
  const asked = readChanges(form);
  const planned = new URL(request.url).searchParams.has("planned");
  const presence = readPresence(form);
  if (!presence) throw new Response(null, { status: 400 });
  const again = async (message?: string) => {
    const record = await readRecord(db, account);
    const check = correctionCheckAgain(form, { changes: asked, presence }, record, readRequestId(form));
    return data({ head: headOf(record), check, planned, caller: viewCheck(record.callerCheck), message }, { status: 422 });
  };
  const head = async () => viewCheckPage(await readCheck(db, account));
  // what was read back before stands, where only one of two values was chosen since
  if (presence === "phone" && !form.has("versions") && !isReadBack(form, asked)) return again();
  const changes = choose([...asked, ...chosenAlike(form)], form);
  if (changes.length === 0) return redirect(paths.record(account));
  try {
    const saved = await correctAtDesk(db, account, changes, presence, readRequestId(form));
    if (saved.status === "limited") {
      return data({ head: await head(), message: m.desk_proof_too_many({ time: timeOfDay(saved.retryAt, getLocale()) }), retryAt: saved.retryAt }, { status: 429 });
    }
    if (saved.status !== "conflict") return redirect(wayOn(account, saved));
    const conflicts = saved.conflicts.map((conflict) => viewConflict(conflict, company.defaultCountry));
    return data({ head: await head(), conflicts, versions: versionsSeen(saved.conflicts), changes, presence, requestId: randomUUID() }, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // the check ran out while it was read back: nothing typed is lost
    if (error.code === "caller_not_checked") return again(errorText(error.messageKey));
    return data({ head: await head(), message: errorText(error.messageKey) }, { status: error.status });
  }
}

// The caller is still on the phone: an address that waits for its code comes first, the record after it.
function wayOn(account: string, { status, reference, proofs: [proof], nameRequested }: Extract<Saved, { proofs: string[] }>): string {
  const saved = reference ? `?saved=${reference}` : status === "unchanged" && !proof && !nameRequested ? "?unchanged" : "";
  return (proof ? paths.emailProof(account, proof) : paths.record(account)) + saved;
}

export default function Corrections() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { me, account, caption, note } = answer.head;
  const back = paths.record(account);
  if ("check" in answer) {
    const { message, caller, planned } = answer;
    return (
      <DeskFrame me={me}>
        <NoteBar account={account} note={note} />
        {message && <ErrorSummary errors={[{ message }]} />}
        <CorrectionCheck {...answer.check} caption={caption} saveAction={paths.corrections(account, planned)} editAction={editPlace(account, answer.check.changes, planned)}>
          {message && <CallerCheckPanel account={account} check={caller} open />}
        </CorrectionCheck>
      </DeskFrame>
    );
  }
  if ("message" in answer) {
    return (
      <DeskFrame me={me}>
        <NoteBar account={account} note={note} />
        <ErrorSummary errors={[{ message: answer.message }]} />
        <ButtonLink to={back}>{m.desk_to_record()}</ButtonLink>
      </DeskFrame>
    );
  }
  const { head: _, presence, ...conflict } = answer;
  return (
    <DeskFrame me={me}>
      <NoteBar account={account} note={note} />
      <PageTitle caption={caption} intro={m.account_conflict_intro()}>{m.account_conflict_title()}</PageTitle>
      <ConflictForm {...conflict} action={paths.corrections(account)} back={back}>
        <PresenceNote chosen={presence} />
      </ConflictForm>
    </DeskFrame>
  );
}

import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { company } from "../../kartei.config";
import { Refusal } from "~/db/refusal";
import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { CustomerShell } from "~/ui/customer-shell";
import { documentTitle } from "~/ui/document-title";
import { ErrorSummary } from "~/ui/error-summary";
import { PageTitle } from "~/ui/page-title";
import { ConflictForm } from "~/updates/conflict-form";
import { choose, versionsSeen, viewConflict } from "~/updates/conflict.server";
import { readChanges } from "~/updates/edit-form.server";
import { readRequestId } from "~/updates/request-id.server";
import { chosenAlike } from "~/updates/same-address.server";
import { saveDetails } from "~/updates/save.server";
import type { Saved } from "~/updates/update.schema";

export const meta: MetaFunction = () => [{ title: documentTitle(m.account_conflict_title()) }];

/** Reached by reloading, it leads back: a save is shown under its reference. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const customer = parameter(params, "customer");
  if (!answersPost(request)) throw redirect(paths.account(customer));
  return { customer };
}

/** Saves a checked form, or asks which value shall stand where somebody else was quicker. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const customer = parameter(params, "customer");
  const form = await request.formData();
  const changes = choose([...readChanges(form), ...chosenAlike(form)], form);
  if (changes.length === 0) return redirect(paths.account(customer));
  try {
    const saved = await saveDetails(db, customer, changes, readRequestId(form));
    if (saved.status === "limited") {
      return data({ message: m.access_too_many_codes({ time: timeOfDay(saved.retryAt, getLocale()) }), retryAt: saved.retryAt }, { status: 429 });
    }
    if (saved.status !== "conflict") return redirect(wayOn(customer, saved));
    const conflicts = saved.conflicts.map((conflict) => viewConflict(conflict, company.defaultCountry));
    return data({ conflicts, versions: versionsSeen(saved.conflicts), changes, requestId: randomUUID() }, { status: 409 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return data({ message: errorText(error.messageKey) }, { status: error.status });
  }
}

// An address that waits for its code comes last: without it the change is not complete.
function wayOn(customer: string, { reference, proofs: [proof] }: Extract<Saved, { proofs: string[] }>): string {
  if (reference) return paths.update(customer, reference);
  return proof ? paths.verifyEmail(proof) : paths.account(customer);
}

export default function Updates() {
  const { customer } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <CustomerShell signOutAction={paths.signOut()}>
      {answer && "message" in answer && <ErrorSummary errors={[{ message: answer.message }]} />}
      {answer && "conflicts" in answer && (
        <>
          <PageTitle intro={m.account_conflict_intro()}>{m.account_conflict_title()}</PageTitle>
          <ConflictForm {...answer} action={paths.updates(customer)} back={paths.account(customer)} />
        </>
      )}
    </CustomerShell>
  );
}

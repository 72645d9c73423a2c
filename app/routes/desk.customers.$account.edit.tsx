import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { CallerCheckPanel } from "~/caller-checks/caller-check-panel";
import { viewCheck } from "~/caller-checks/check-view.server";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { correctionPage } from "~/desk/correction-page.server";
import { DeskFrame } from "~/desk/desk-frame";
import { readRecord } from "~/desk/record.server";
import { m } from "~/i18n/messages";
import { NoteBar } from "~/notes/note-bar";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { correctionForm, readCorrection } from "~/updates/correction-form.server";
import { correctionCheck } from "~/updates/correction-check.server";
import { CorrectionCheck } from "~/updates/correction-check";
import { EditForm } from "~/updates/edit-page";
import { presenceName } from "~/updates/presence";
import { PresenceChoice } from "~/updates/presence-choice";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_correct()) }];

export const shouldRevalidate = keepWhileChecking;

/** The form over the details as they are stored; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const record = await readRecord(db, parameter(params, "account"));
  return { ...correctionPage(record), caller: viewCheck(record.callerCheck), form: correctionForm(record.details, record.customer) };
}

/** Checks what was typed and who says so, and shows it to be read back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const posted = await request.formData();
  const record = await readRecord(db, parameter(params, "account"));
  const { details, customer, callerCheck } = record;
  const page = { ...correctionPage(record), caller: viewCheck(callerCheck) };
  const result = readCorrection(posted, details, customer, callerCheck.state === "passed");
  if ("fields" in result) return data({ ...page, form: result }, { status: Object.keys(result.errors).length > 0 ? 422 : 200 });
  return data({ ...page, check: correctionCheck(result, { details, customer }, randomUUID()) });
}

export default function Correct() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head: { me, account, caption, note }, caller } = page;
  if ("check" in page) {
    return (
      <DeskFrame me={me}>
        <NoteBar account={account} note={note} />
        <CorrectionCheck {...page.check} caption={caption} saveAction={paths.corrections(account)} editAction={paths.correct(account)} />
      </DeskFrame>
    );
  }
  const { fields, errors, presence, unchanged } = page.form;
  return (
    <DeskFrame me={me}>
      <NoteBar account={account} note={note} />
      <PageTitle caption={caption}>{m.desk_correct()}</PageTitle>
      {unchanged && <Notice live title={m.account_nothing_changed()} />}
      <CallerCheckPanel account={account} check={caller} open={Boolean(errors[presenceName]) && presence === "phone"} />
      <EditForm by="staff" action={paths.correct(account)} back={paths.record(account)} fields={fields} errors={errors} locale={page.locale} countries={page.countries}>
        <PresenceChoice chosen={presence} checked={caller.state === "passed"} error={errors[presenceName]} />
      </EditForm>
    </DeskFrame>
  );
}

import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { countryOptions } from "~/contact-details/country";
import { DeskFrame } from "~/desk/desk-frame";
import { type CustomerRecord, headOf, readRecord } from "~/desk/record.server";
import { m } from "~/i18n/messages";
import { getLocale } from "~/i18n/locale";
import { NoteBar } from "~/notes/note-bar";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { rowsOfChanges } from "~/updates/change-rows.server";
import { CheckForm } from "~/updates/check-page";
import { correctionForm, readCorrection } from "~/updates/correction-form.server";
import { EditForm } from "~/updates/edit-page";
import { identifiedByName } from "~/updates/identification";
import { IdentificationChoice, IdentifiedBy } from "~/updates/identification-choice";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_correct()) }];

/** The form over the details as they are stored; a posted form brings its own page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const record = await readRecord(db, parameter(params, "account"));
  return { ...pageOf(record), form: correctionForm(record.details, record.customer) };
}

/** Checks what was typed and that the caller was identified, and shows it back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const posted = await request.formData();
  const record = await readRecord(db, parameter(params, "account"));
  const { details, customer } = record;
  const page = pageOf(record);
  const result = readCorrection(posted, details, customer);
  if ("fields" in result) return data({ ...page, form: result }, { status: Object.keys(result.errors).length > 0 ? 422 : 200 });
  return data({ ...page, check: { ...result, rows: rowsOfChanges(result.changes, customer.country), requestId: randomUUID() } });
}

function pageOf(record: CustomerRecord) {
  const locale = getLocale();
  return { head: headOf(record), locale, countries: countryOptions(locale) };
}

export default function Correct() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { me, account, caption, note } = page.head;
  if ("check" in page) {
    const { identifiedBy, ...check } = page.check;
    return (
      <DeskFrame me={me}>
        {note && <NoteBar account={account} note={note} />}
        <PageTitle caption={caption} intro={m.desk_check_intro()}>{m.account_check_title()}</PageTitle>
        <div className="max-w-3xl">
          <CheckForm {...check} saveAction={paths.corrections(account)} editAction={paths.correct(account)}>
            <IdentifiedBy chosen={identifiedBy} />
          </CheckForm>
        </div>
      </DeskFrame>
    );
  }
  const { fields, errors, identifiedBy, unchanged } = page.form;
  return (
    <DeskFrame me={me}>
      {note && <NoteBar account={account} note={note} />}
      <PageTitle caption={caption}>{m.desk_correct()}</PageTitle>
      {unchanged && <Notice live title={m.account_nothing_changed()} />}
      <EditForm by="staff" action={paths.correct(account)} back={paths.record(account)} fields={fields} errors={errors} locale={page.locale} countries={page.countries}>
        <IdentificationChoice chosen={identifiedBy} error={errors[identifiedByName]} />
      </EditForm>
    </DeskFrame>
  );
}

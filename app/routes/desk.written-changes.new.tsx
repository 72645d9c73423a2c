import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { company } from "../../kartei.config";
import { countryOptions } from "~/contact-details/country";
import { DeskFrame } from "~/desk/desk-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { readRequestId } from "~/updates/request-id.server";
import { KeyingForm } from "~/written-changes/keying-form";
import { receiveSheet, refusedKeying, statusOf } from "~/written-changes/receive.server";
import { SheetFields } from "~/written-changes/sheet-fields";
import { dayOf, typedSheet } from "~/written-changes/sheet-form.server";
import { SheetNumberNotice } from "~/written-changes/sheet-number-notice";
import { emptyKeying } from "~/written-changes/typed-keying";
import { keySheet, readQueue } from "~/written-changes/written-changes.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.paper_new_title()) }];

/** An empty form; after a sheet (`?keyed=`) with that sheet's number above it, and its channel and day again: paper comes in piles. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, mine } = await readQueue(db);
  const id = new URL(request.url).searchParams.get("keyed");
  const keyed = mine.find((sheet) => sheet.id === id);
  const today = dayOf(new Date());
  const locale = getLocale();
  return {
    me,
    today,
    locale,
    countries: countryOptions(locale),
    requestId: randomUUID(),
    keyedSheet: keyed && String(keyed.sheet),
    sheet: { channel: keyed?.channel ?? ("invoice" as const), receivedOn: keyed?.receivedOn ?? today, documentNumber: "" },
    keying: { typed: emptyKeying(company.defaultCountry), errors: {} },
  };
}

/** Keys a sheet for the first time and goes on to the next. */
export async function action({ request }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  const received = await receiveSheet(db, form, readRequestId(form));
  if ("sheet" in received) return data(received, { status: statusOf(received.keying) });
  try {
    const { id } = await keySheet(db, received.head, received.keying);
    return redirect(`${paths.newWrittenChange()}?keyed=${id}`);
  } catch (error) {
    const { keying, status } = refusedKeying(error, form);
    return data({ sheet: typedSheet(form), keying }, { status });
  }
}

export default function NewWrittenChange() {
  const page = useLoaderData<typeof loader>();
  const { sheet, keying } = useActionData<typeof action>() ?? page;
  return (
    <DeskFrame me={page.me}>
      {page.keyedSheet && <SheetNumberNotice sheet={page.keyedSheet} />}
      <PageTitle intro={m.paper_new_intro()}>{m.paper_new_title()}</PageTitle>
      <KeyingForm key={page.requestId} action={paths.newWrittenChange()} requestId={page.requestId} {...keying} locale={page.locale} countries={page.countries} submit={m.paper_save()}>
        <SheetFields typed={sheet} errors={keying.errors} today={page.today} />
      </KeyingForm>
    </DeskFrame>
  );
}

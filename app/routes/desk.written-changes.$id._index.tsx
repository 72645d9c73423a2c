import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { company } from "../../kartei.config";
import { countryOptions } from "~/contact-details/country";
import { DeskFrame } from "~/desk/desk-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { readRequestId } from "~/updates/request-id.server";
import { KeyingForm } from "~/written-changes/keying-form";
import { viewSheet } from "~/written-changes/queue-view.server";
import { receiveKeying, refusedKeying, statusOf } from "~/written-changes/receive.server";
import { SettledAlready } from "~/written-changes/settled-already";
import { emptyKeying } from "~/written-changes/typed-keying";
import { checkSheet, readSheetToCheck } from "~/written-changes/written-changes.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.paper_check_title()) }];

/** The second keying is blind: of the sheet one sees only what stands on its outside. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, ...sheet } = await readSheetToCheck(db, parameter(params, "id"));
  const locale = getLocale();
  return {
    me,
    locale,
    countries: countryOptions(locale),
    requestId: randomUUID(),
    sheet: viewSheet(sheet, locale),
    keying: { typed: emptyKeying(company.defaultCountry), errors: {} },
  };
}

/** Compares what the second person read with the first, and applies it where both agree. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const form = await request.formData();
  const received = await receiveKeying(db, form, readRequestId(form));
  if ("typed" in received) return data({ keying: received }, { status: statusOf(received) });
  try {
    const { id } = await checkSheet(db, parameter(params, "id"), received);
    return redirect(`${paths.writtenChanges()}?done=${id}`);
  } catch (error) {
    const { keying, status } = refusedKeying(error, form);
    return data({ keying }, { status });
  }
}

export default function CheckWrittenChange() {
  const page = useLoaderData<typeof loader>();
  const { keying } = useActionData<typeof action>() ?? page;
  const { requestId, locale, countries } = page;
  const { id, sheet, channel, received, state } = page.sheet;
  return (
    <DeskFrame me={page.me}>
      <PageTitle caption={m.paper_sheet_caption({ channel, received })} intro={m.paper_check_intro()}>{m.paper_check_sheet({ sheet })}</PageTitle>
      {state === "to_check"
        ? <KeyingForm key={requestId} action={paths.writtenChange(id)} {...keying} {...{ requestId, locale, countries }} submit={m.paper_compare()} />
        : <SettledAlready />}
    </DeskFrame>
  );
}

import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { countryOptions } from "~/contact-details/country";
import { DeskFrame } from "~/desk/desk-frame";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { PageTitle } from "~/ui/page-title";
import { readRequestId } from "~/updates/request-id.server";
import { ComparisonTable } from "~/written-changes/comparison-table";
import { KeyingForm } from "~/written-changes/keying-form";
import { overtakenKeying, receiveKeying, refusedKeying, statusOf } from "~/written-changes/receive.server";
import { SEEN } from "~/written-changes/seen-field";
import { SettledAlready } from "~/written-changes/settled-already";
import { readSeen, viewSettlement } from "~/written-changes/settlement.server";
import { SettlementChoices } from "~/written-changes/settlement-choices";
import { readSheetToSettle, settleSheet } from "~/written-changes/written-changes.server";

export const handle = { hydrate: true };
export const meta: MetaFunction = () => [{ title: documentTitle(m.paper_settle_title()) }];
/** Also after a refusal: the table must show what counts now, and the form carry its versions. */
export const shouldRevalidate = () => true;

/** Both keyings, for somebody who made neither. `?take=` fills the form with one of them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const locale = getLocale();
  const sheet = await readSheetToSettle(db, parameter(params, "id"));
  const take = new URL(request.url).searchParams.get("take");
  return { me: sheet.me, locale, countries: countryOptions(locale), requestId: randomUUID(), ...viewSettlement(sheet, take, locale, new Date()) };
}

/** Applies what the third person says, unless the customer's details changed while they looked. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const id = parameter(params, "id");
  const form = await request.formData();
  const received = await receiveKeying(db, form, readRequestId(form));
  if ("typed" in received) return data({ keying: received }, { status: statusOf(received) });
  try {
    const { state } = await settleSheet(db, id, received, readSeen(form));
    return state === "overtaken" ? data({ keying: overtakenKeying(form) }, { status: 409 }) : redirect(`${paths.writtenChanges()}?done=${id}`);
  } catch (error) {
    const { keying, status } = refusedKeying(error, form);
    return data({ keying }, { status });
  }
}

export default function SettleWrittenChange() {
  const { me, locale, countries, requestId, sheet, documentNumber, people, rows, seen, typed } = useLoaderData<typeof loader>();
  const { keying } = useActionData<typeof action>() ?? { keying: { typed, errors: {} } };
  const { id, channel, received } = sheet;
  return (
    <DeskFrame me={me}>
      <PageTitle caption={[m.paper_sheet_caption({ channel, received }), documentNumber].filter(Boolean).join(" · ")} intro={m.paper_settle_intro()}>
        {m.paper_settle_sheet({ sheet: sheet.sheet })}
      </PageTitle>
      {sheet.state === "to_settle" ? (
        <>
          <ComparisonTable rows={rows} people={people} />
          <SettlementChoices id={id} people={people} />
          <KeyingForm key={requestId} action={paths.writtenChangeSettlement(id)} {...keying} {...{ requestId, locale, countries }} submit={m.paper_apply()}>
            <input type="hidden" name={SEEN} value={JSON.stringify(seen)} />
          </KeyingForm>
        </>
      ) : <SettledAlready />}
    </DeskFrame>
  );
}

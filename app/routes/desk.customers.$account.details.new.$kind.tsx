import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { CallerCheckPanel } from "~/caller-checks/caller-check-panel";
import { viewCheck } from "~/caller-checks/check-view.server";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { isManyKind } from "~/contact-details/many-kinds";
import { addTitle } from "~/contact-details/list-title";
import { correctionPage } from "~/desk/correction-page.server";
import { DeskFrame } from "~/desk/desk-frame";
import { type CustomerRecord, readRecord } from "~/desk/record.server";
import { m } from "~/i18n/messages";
import { NoteBar } from "~/notes/note-bar";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { CorrectionCheck } from "~/updates/correction-check";
import { correctionCheck } from "~/updates/correction-check.server";
import { detailCorrection, readDetailCorrection } from "~/updates/detail-correction.server";
import { DetailCorrectionPage } from "~/updates/detail-correction-page";
import { firstDay, lastDay } from "~/updates/from-day.server";
import { presenceName } from "~/updates/presence";
import { siteParameter } from "~/updates/site-choice.server";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_correct()) }];

export const shouldRevalidate = keepWhileChecking;

/** An empty form for one more of a kind, which may belong to the site that the address names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const wanted = wantedOf(request, parameter(params, "kind"));
  if (answersPost(request)) return null;
  const record = await readRecord(db, parameter(params, "account"));
  return { ...pageOf(record, wanted), correction: detailCorrection(wanted, record) };
}

/** Checks what was typed and who says so, and shows it to be read back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const wanted = wantedOf(request, parameter(params, "kind"));
  const posted = await request.formData();
  const record = await readRecord(db, parameter(params, "account"));
  const page = pageOf(record, wanted);
  const result = readDetailCorrection(posted, wanted, record, record.callerCheck.state === "passed");
  if ("form" in result) return data({ ...page, correction: result }, { status: Object.keys(result.form.errors).length > 0 ? 422 : 200 });
  return data({ ...page, check: correctionCheck(result, record, randomUUID()) });
}

function wantedOf(request: Request, kind: string) {
  if (!isManyKind(kind)) throw new Response(null, { status: 404 });
  return { kind, detail: null, site: siteParameter(request) ?? null, mode: "edit" as const };
}

function pageOf(record: CustomerRecord, { kind }: ReturnType<typeof wantedOf>) {
  return { ...correctionPage(record), caller: viewCheck(record.callerCheck), kind, title: addTitle(kind), days: { first: firstDay(), last: lastDay() } };
}

export default function AddDetail() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head: { me, account, caption, note }, kind } = page;
  const here = paths.correctNewDetail(account, kind);
  return (
    <DeskFrame me={me}>
      <NoteBar account={account} note={note} />
      {"check" in page ? <CorrectionCheck {...page.check} caption={caption} saveAction={paths.corrections(account)} editAction={here} /> : (
        <DetailCorrectionPage {...page.correction} caption={caption} title={page.title} checked={page.caller.state === "passed"} action={here} back={paths.record(account)} locale={page.locale} countries={page.countries} days={page.days}>
          <CallerCheckPanel account={account} check={page.caller} open={presenceName in page.correction.form.errors && page.correction.presence === "phone"} />
        </DetailCorrectionPage>
      )}
    </DeskFrame>
  );
}

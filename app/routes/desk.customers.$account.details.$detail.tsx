import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { answersPost } from "~/answers-post.server";
import { CallerCheckPanel } from "~/caller-checks/caller-check-panel";
import { viewCheck } from "~/caller-checks/check-view.server";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { viewDetail } from "~/contact-details/detail-view.server";
import { kindLabel } from "~/contact-details/labels";
import { UntilThen } from "~/contact-details/until-then";
import { UpcomingLine } from "~/contact-details/upcoming-line";
import { correctionPage } from "~/desk/correction-page.server";
import { DeskFrame } from "~/desk/desk-frame";
import { type CustomerRecord, readRecord } from "~/desk/record.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { NoteBar } from "~/notes/note-bar";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { CorrectionCheck } from "~/updates/correction-check";
import { correctionCheck } from "~/updates/correction-check.server";
import { detailCorrection, readDetailCorrection } from "~/updates/detail-correction.server";
import { DetailCorrectionPage } from "~/updates/detail-correction-page";
import { firstDay, lastDay } from "~/updates/from-day.server";
import { presenceName } from "~/updates/presence";

export const handle = { hydrate: true };

export const meta: MetaFunction = () => [{ title: documentTitle(m.desk_correct()) }];

export const shouldRevalidate = keepWhileChecking;

/**
 * One detail with all that can be said of it: its label and site, and the day from which it counts; with `?planned` what it
 * will be from a day ahead.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  if (answersPost(request)) return null;
  const record = await readRecord(db, parameter(params, "account"));
  const wanted = wantedOf(request, record, parameter(params, "detail"));
  // its day came, or somebody called it off
  if (wanted.mode === "move" && !wanted.detail.upcoming) throw redirect(paths.correctDetail(record.customer.accountNumber, wanted.detail.id));
  return { ...pageOf(record, wanted), correction: detailCorrection(wanted, record) };
}

/** Checks what was typed and who says so, and shows it to be read back; saving is the next page's form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { db } = await requireSession(request);
  const posted = await request.formData();
  const record = await readRecord(db, parameter(params, "account"));
  const wanted = wantedOf(request, record, parameter(params, "detail"));
  const page = pageOf(record, wanted);
  const result = readDetailCorrection(posted, wanted, record, record.callerCheck.state === "passed");
  if ("form" in result) return data({ ...page, correction: result }, { status: result.planGone ? 409 : Object.keys(result.form.errors).length > 0 ? 422 : 200 });
  return data({ ...page, check: correctionCheck(result, record, randomUUID(), wanted.mode === "move") });
}

function wantedOf(request: Request, { details }: CustomerRecord, id: string) {
  const detail = details.find((one) => one.id === id);
  if (!detail) throw new Response(null, { status: 404 });
  return { kind: detail.kind, detail, site: null, mode: new URL(request.url).searchParams.has("planned") ? "move" as const : "edit" as const };
}

function pageOf(record: CustomerRecord, { detail, mode }: ReturnType<typeof wantedOf>) {
  const planned = mode === "move";
  const { country, accountNumber: account } = record.customer;
  const { id, kind, label } = detail;
  const view = viewDetail(detail, { locale: getLocale(), country, now: new Date(), reader: "staff" });
  return {
    ...correctionPage(record),
    caller: viewCheck(record.callerCheck),
    label, view, planned,
    plan: paths.correctPlanned(account, id),
    here: (planned ? paths.correctPlanned : paths.correctDetail)(account, id),
    title: planned ? m.account_move_title() : m.account_change_detail({ detail: kindLabel(kind) }),
    days: { first: firstDay(), last: lastDay() },
  };
}

export default function CorrectDetail() {
  const stored = useLoaderData<typeof loader>();
  const page = useActionData<typeof action>() ?? stored;
  if (!page) return null;
  const { head: { me, account, note }, here, view, planned } = page;
  const { heading, upcoming } = view;
  const caption = [page.head.caption, planned ? heading : page.label].filter(Boolean).join(" · ");
  return (
    <DeskFrame key={here} me={me}>
      <NoteBar account={account} note={note} />
      {"check" in page ? <CorrectionCheck {...page.check} caption={caption} saveAction={paths.corrections(account, planned)} editAction={here} /> : (
        <DetailCorrectionPage {...page.correction} caption={caption} title={page.title} intro={planned ? m.account_move_intro() : undefined} checked={page.caller.state === "passed"} action={here} back={paths.record(account)} locale={page.locale} countries={page.countries} days={page.days}>
          {upcoming && (planned ? <UntilThen {...view} /> : <Notice><UpcomingLine heading={heading} upcoming={upcoming} to={page.plan} /></Notice>)}
          <CallerCheckPanel account={account} check={page.caller} open={presenceName in page.correction.form.errors && page.correction.presence === "phone"} />
        </DetailCorrectionPage>
      )}
    </DeskFrame>
  );
}

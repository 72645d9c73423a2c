import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData, useNavigate } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { CallerCheckPanel, openCallerCheck } from "~/caller-checks/caller-check-panel";
import { viewCheck } from "~/caller-checks/check-view.server";
import { keepWhileChecking } from "~/caller-checks/keep-while-checking";
import { viewConcern } from "~/concerns/concern-view.server";
import { viewDetail } from "~/contact-details/detail-view.server";
import { DeskFrame } from "~/desk/desk-frame";
import { DetailRows } from "~/desk/detail-rows";
import { LetterNotice } from "~/desk/letter-notice";
import { Panel } from "~/desk/panel";
import { isPrimaryOfSeveral } from "~/desk/primary";
import { RecordHead } from "~/desk/record-head";
import { RecordColumns, RecordSheet } from "~/desk/record-sheet";
import { factsOf, viewActivation, viewDocuments, viewReminders } from "~/desk/record-view.server";
import { readRecord } from "~/desk/record.server";
import { SavedNotice } from "~/desk/saved-notice";
import { SideLists } from "~/desk/side-lists";
import { useShortcut } from "~/desk/use-shortcut";
import { Waiting } from "~/desk/waiting";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { viewTask } from "~/tasks/task-view.server";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { HistoryLog } from "~/updates/history-log";
import { viewUpdateForStaff } from "~/updates/update-view.server";

export const handle = { hydrate: true };

export const shouldRevalidate = keepWhileChecking;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.name ?? m.desk_search_title()) }];

/** Everything about a customer on one screen; `?saved=` names the update that was just saved, `?letter=` tells what became of a letter. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const { me, customer, details, updates, documents, reminders, tasks, activation, concerns, callerCheck, ...rest } = await readRecord(db, parameter(params, "account"));
  const now = new Date();
  const viewer = { locale: getLocale(), country: customer.country, now, reader: "staff" as const };
  const { searchParams } = new URL(request.url);
  const saved = searchParams.get("saved");
  return {
    ...rest,
    me,
    account: customer.accountNumber,
    name: customer.erasedAt ? m.rights_erased_name() : customer.name ?? customer.accountNumber,
    erased: customer.erasedAt !== null,
    facts: factsOf(customer, now),
    details: details.map((detail) => {
      const view = viewDetail(detail, viewer);
      return { ...view, lines: [...view.lines, ...view.delivery], primary: isPrimaryOfSeveral(detail, details) };
    }),
    updates: updates.map((update) => viewUpdateForStaff(update, customer.country)),
    activation: viewActivation({ activation, logins: rest.logins }),
    documents: viewDocuments(documents),
    reminders: viewReminders(reminders),
    concerns: concerns.map(viewConcern),
    tasks: tasks.map((task) => viewTask(task, now)),
    check: viewCheck(callerCheck),
    letter: searchParams.get("letter"),
    saved: updates.find(({ reference }) => reference === saved)?.reference,
  };
}

export default function Record() {
  const { me, account, name, erased, facts, details, updates, pendingEmails, tasks, check, saved, letter, ...side } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  useShortcut("i", openCallerCheck);
  useShortcut("e", () => { if (!erased) navigate(paths.correct(account)); });
  return (
    <DeskFrame me={me}>
      <RecordSheet>
        <SavedNotice reference={saved} />
        <LetterNotice outcome={letter} />
        {erased && <Notice title={m.rights_erased_notice()} />}
        <RecordHead name={name} accountNumber={account} facts={facts} correct={erased ? null : paths.correct(account)} />
        {!erased && <CallerCheckPanel account={account} check={check} />}
        <Waiting account={account} pendingEmails={pendingEmails} tasks={tasks} />
        <RecordColumns>
          <Panel title={m.desk_details()} scrolls><DetailRows details={details} /></Panel>
          <Panel title={m.desk_history()} scrolls><HistoryLog updates={updates} reversalOf={erased ? undefined : (reference) => paths.reversal(account, reference)} /></Panel>
          <SideLists account={account} {...side} />
        </RecordColumns>
        {me.role !== "agent" && <p className="no-print mt-2 text-sm"><Link to={paths.recordViews(account)}>{m.staff_views_link()}</Link></p>}
      </RecordSheet>
    </DeskFrame>
  );
}

import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireSession } from "~/access/guard.server";
import { CallerCheckPanel, WhileChecked } from "~/caller-checks/caller-check-panel";
import { viewCheck } from "~/caller-checks/check-view.server";
import { keepUntilPassed } from "~/caller-checks/keep-while-checking";
import { viewRecordCommitments } from "~/commitments/commitment-view.server";
import { Promises } from "~/commitments/promises";
import { viewConcern } from "~/concerns/concern-view.server";
import { viewDetail } from "~/contact-details/detail-view.server";
import { AskNow } from "~/desk/ask-now";
import { askedOutcomes } from "~/desk/asked-outcome";
import { DeskFrame } from "~/desk/desk-frame";
import { DetailRows } from "~/desk/detail-rows";
import { LetterNotice } from "~/desk/letter-notice";
import { Panel } from "~/desk/panel";
import { isPrimaryOfSeveral } from "~/desk/primary";
import { viewQuestions } from "~/desk/questions.server";
import { RecordHead } from "~/desk/record-head";
import { RecordNews } from "~/desk/record-news";
import { RecordColumns, RecordSheet } from "~/desk/record-sheet";
import { factsOf, viewActivation, viewContact, viewDocuments, viewReminders } from "~/desk/record-view.server";
import { readRecord } from "~/desk/record.server";
import { SavedNotice } from "~/desk/saved-notice";
import { SideLists } from "~/desk/side-lists";
import { Waiting } from "~/desk/waiting";
import { changedOnline, viewWarnings } from "~/desk/warnings.server";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { LastContacts } from "~/notes/last-contacts";
import { BeginNote, NoteBar } from "~/notes/note-bar";
import { viewNote } from "~/notes/note-view.server";
import { NotedNotice } from "~/notes/noted-notice";
import { parameter } from "~/parameter";
import { paths } from "~/paths";
import { viewTask } from "~/tasks/task-view.server";
import { documentTitle } from "~/ui/document-title";
import { Notice } from "~/ui/notice";
import { HistoryLog } from "~/updates/history-log";
import { type StaffUpdateView, viewUpdateForStaff } from "~/updates/update-view.server";

export const handle = { hydrate: true };

export const shouldRevalidate = keepUntilPassed;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: documentTitle(data?.name ?? m.desk_search_title()) }];

/**
 * Everything about a customer on one screen; `?saved=` names the update that was just saved, `?unchanged` says that none was, `?letter=` and `?asked=` tell
 * what became of a letter and of a question.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await requireSession(request);
  const record = await readRecord(db, parameter(params, "account"));
  const { me, customer, details, updates, documents, reminders, tasks, activation, concerns, pendingEmails, logins, stamp, lastContact, callerCheck, note, notes, promises } = record;
  const now = new Date();
  const viewer = { locale: getLocale(), country: customer.country, now, reader: "staff" as const };
  const { searchParams } = new URL(request.url);
  const saved = searchParams.get("saved");
  const views = details.map((detail) => viewDetail(detail, viewer));
  return {
    me, stamp, pendingEmails, logins, note,
    account: customer.accountNumber,
    name: customer.erasedAt ? m.rights_erased_name() : customer.name ?? customer.accountNumber,
    erased: customer.erasedAt !== null,
    facts: factsOf(customer, callerCheck.kinds.map(({ kind }) => kind), now),
    warnings: viewWarnings(record, views, now),
    questions: viewQuestions(record, views),
    requestId: randomUUID(),
    details: views.map((view) => ({ ...view, lines: [...view.lines, ...view.delivery], primary: isPrimaryOfSeveral(view, details) })),
    updates: updates.map((update) => viewUpdateForStaff(update, customer.country)),
    sinceContact: viewContact(lastContact, changedOnline(updates, lastContact)),
    activation: viewActivation({ activation, logins }),
    documents: viewDocuments(documents),
    reminders: viewReminders(reminders),
    concerns: concerns.map(viewConcern),
    notes: notes.map(viewNote),
    promises: viewRecordCommitments(promises),
    noted: searchParams.get("noted"),
    tasks: tasks.map((task) => viewTask(task, now)),
    check: viewCheck(callerCheck),
    letter: searchParams.get("letter"),
    asked: askedOutcomes.find((outcome) => outcome === searchParams.get("asked")) ?? null,
    saved: updates.find(({ reference }) => reference === saved)?.reference,
    unchanged: searchParams.has("unchanged"),
  };
}

export default function Record() {
  const { me, account, name, erased, facts, details, updates, sinceContact, saved, unchanged, letter, asked, ...rest } = useLoaderData<typeof loader>();
  const { stamp, warnings, pendingEmails, tasks, questions, requestId, check, note, notes, promises, noted, ...side } = rest;
  return (
    <DeskFrame me={me}>
      <RecordSheet>
        {!erased && <NoteBar account={account} note={note} />}
        <RecordNews account={account} stamp={stamp} latest={updates[0]?.reference ?? null} />
        <NotedNotice staff={me.id} note={noted} />
        <SavedNotice reference={saved} unchanged={unchanged} />
        <LetterNotice outcome={letter} />
        {asked === "unchecked" && check.state !== "passed" && <Notice live tone="warning" title={m.record_ask_told_unchecked()} />}
        {erased && <Notice title={m.rights_erased_notice()} />}
        <RecordHead name={name} accountNumber={account} facts={facts} correct={erased ? null : paths.correct(account)}>
          {!erased && !note && <BeginNote account={account} />}
        </RecordHead>
        <Promises {...promises} />
        <Waiting account={account} pendingEmails={pendingEmails} tasks={tasks} warnings={warnings} />
        {!erased && <CallerCheckPanel account={account} check={check} />}
        <WhileChecked account={account} check={check}><AskNow account={account} questions={questions} requestId={requestId} outcome={asked} /></WhileChecked>
        <RecordColumns>
          <Panel title={m.desk_details()} scrolls><DetailRows account={erased ? null : account} details={details} /></Panel>
          <div className="grid min-h-0 min-w-0 gap-(--gap) xl:grid-rows-[minmax(0,1fr)_minmax(0,1fr)]">
            <Panel title={m.notes_last_contacts()} scrolls><LastContacts account={account} notes={notes} /></Panel>
            <Panel title={m.desk_history()} scrolls><RecordHistory updates={updates} since={sinceContact} reversalOf={erased ? undefined : (reference) => paths.reversal(account, reference)} /></Panel>
          </div>
          <SideLists account={account} {...side} />
        </RecordColumns>
        {me.role !== "agent" && <p className="no-print mt-2 text-sm"><Link to={paths.recordViews(account)}>{m.staff_views_link()}</Link></p>}
      </RecordSheet>
    </DeskFrame>
  );
}

// What the customer changed since the last contact stands apart: it is what one wants to speak about.
function RecordHistory({ updates, since, reversalOf }: {
  updates: StaffUpdateView[];
  since: { title: string; references: string[] } | null;
  reversalOf: ((reference: string) => string) | undefined;
}) {
  if (!since) return <HistoryLog updates={updates} reversalOf={reversalOf} />;
  const isNew = ({ reference }: StaffUpdateView) => since.references.includes(reference);
  return (
    <>
      <h3 className="mt-1 font-label font-semibold">{since.title}</h3>
      <HistoryLog updates={updates.filter(isNew)} reversalOf={reversalOf} />
      <h3 className="mt-2 border-t-2 border-edge pt-1 font-label font-semibold">{m.record_before_contact()}</h3>
      <HistoryLog updates={updates.filter((update) => !isNew(update))} reversalOf={reversalOf} />
    </>
  );
}

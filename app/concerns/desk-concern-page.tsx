import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import { company } from "../../kartei.config";
import type { DeskConcernPageView } from "./concern-page.server";
import { DeskConcernActs } from "./desk-concern-acts";
import { MessageForm } from "./message-form";
import { MessageList } from "./message-list";

/** One concern as the desk works on it: the story and the answer on the left, who and what can be done on the right. */
export function DeskConcernPage({ page, requestId, typed, error, children }: {
  page: DeskConcernPageView;
  requestId: string;
  typed?: string;
  error?: string;
  /** What else was noted about it. */
  children?: ReactNode;
}) {
  const { reference, kind, subject, messages, isClosed, mine, departmentCode, departments } = page;
  return (
    <>
      <PageTitle caption={<>{kind} · <Reference>{reference}</Reference></>}><bdi className="wrap-anywhere">{subject}</bdi></PageTitle>
      <div className="grid gap-x-10 gap-y-(--gap) lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div>
          <h2 className="mb-2 text-lg">{m.concerns_messages()}</h2>
          <MessageList messages={messages} companyName={company.name} />
          {children}
          {isClosed ? <p className="mb-(--gap)">{m.concerns_desk_is_closed()}</p> : (
            <MessageForm action={paths.concernAnswers(reference)} label={m.concerns_desk_answer()} hint={m.concerns_desk_answer_hint()} button={m.concerns_desk_send_answer()} typed={typed} error={error} requestId={requestId} />
          )}
        </div>
        <div>
          <SummaryList rows={factsOf(page)} />
          <DeskConcernActs reference={reference} mine={mine} isClosed={isClosed} department={departmentCode} departments={departments} />
        </div>
      </div>
    </>
  );
}

function factsOf({ accountNumber, customerName, state, tone, escalated, department, owner, created, site, aboutInvoice }: DeskConcernPageView) {
  return [
    { label: m.concerns_desk_customer(), value: <><Link to={paths.record(accountNumber)}><bdi>{customerName}</bdi></Link> <Reference>{accountNumber}</Reference></> },
    { label: m.concerns_state(), value: <><Tag tone={tone}>{state}</Tag> {escalated && <Tag tone="stale">{m.concerns_escalated()}</Tag>}</> },
    { label: m.concerns_with(), value: department },
    { label: m.concerns_desk_owner(), value: owner ? <bdi>{owner}</bdi> : m.concerns_desk_nobody() },
    { label: m.concerns_desk_since(), value: created },
    ...(aboutInvoice ? [{ label: m.concerns_desk_topic(), value: m.concerns_desk_topic_invoice() }] : []),
    ...(site ? [{ label: m.concerns_site(), value: <bdi>{site}</bdi> }] : []),
  ];
}

import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice";
import { PageTitle } from "~/ui/page-title";
import { Reference } from "~/ui/reference";
import { SummaryList } from "~/ui/summary-list";
import { Tag } from "~/ui/tag";
import { company } from "../../kartei.config";
import type { ConcernPageView } from "./concern-page.server";
import { EscalationForm, MessageForm } from "./message-form";
import { MessageList } from "./message-list";

/** One concern as its customer sees it. */
export function ConcernPage({ customer, page, requestId, typed, error }: {
  customer: string;
  page: ConcernPageView;
  requestId: string;
  /** What was typed and what is wrong with it, where a message could not be sent. */
  typed?: string;
  error?: string;
}) {
  const { reference, kind, subject, state, tone, department, site, messages, mayEscalate, supervisorBy, isClosed } = page;
  return (
    <>
      <PageTitle caption={<>{kind} · <Reference>{reference}</Reference></>}><bdi className="wrap-anywhere">{subject}</bdi></PageTitle>
      {supervisorBy && <Notice title={m.concerns_raised_title()}><p>{m.concerns_raised_text({ date: supervisorBy })}</p></Notice>}
      <div className="max-w-3xl">
        <SummaryList
          rows={[
            { label: m.concerns_state(), value: <Tag tone={tone}>{state}</Tag> },
            { label: m.concerns_with(), value: department },
            ...(site ? [{ label: m.concerns_site(), value: <bdi>{site}</bdi> }] : []),
          ]}
        />
      </div>
      <h2 className="mb-2 text-lg">{m.concerns_messages()}</h2>
      <MessageList messages={messages} companyName={company.name} />
      <MessageForm
        action={paths.concernMessages(customer, reference)}
        label={m.concerns_write_again()}
        hint={isClosed ? m.concerns_write_again_closed() : undefined}
        button={m.concerns_send()}
        typed={typed}
        error={error}
        requestId={requestId}
      />
      {mayEscalate && <EscalationForm action={paths.concernEscalation(customer, reference)} />}
    </>
  );
}

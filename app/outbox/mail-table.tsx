import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/tone";
import { MailDecision } from "./mail-decision";

/** A mail as lists show it: words in the reader's language, and never whom it is addressed to. */
export type MailView = {
  id: string;
  what: string;
  medium: string;
  state: string;
  tone: Tone;
  attempts: number;
  created: string;
  sent: string | null;
  error: string | null;
  accountNumber: string | null;
  reference: string | null;
};

/** Mails one below the other; a reader who `decides` can have each sent again or let be. */
export function MailTable({ caption, mails, decides = false }: { caption: string; mails: MailView[]; decides?: boolean }) {
  return <Table caption={caption} columns={decides ? [...columns(), decision()] : columns()} rows={mails} rowKey={({ id }) => id} />;
}

// Made for each rendering, since the words are those of the request's language.
function columns(): Column<MailView>[] {
  return [
    { label: m.desk_mail_created(), cell: ({ created }) => <span className="whitespace-nowrap tabular-nums">{created}</span> },
    { label: m.desk_mail_what(), cell: ({ what, medium }) => <>{what} <span className="whitespace-nowrap text-ink-soft">· {medium}</span></>, rowHeader: true },
    { label: m.desk_mail_customer(), cell: ({ accountNumber }) => accountNumber && <Link to={paths.record(accountNumber)}><Reference>{accountNumber}</Reference></Link> },
    { label: m.desk_mail_reference(), cell: ({ reference }) => reference && <Reference>{reference}</Reference> },
    { label: m.desk_mail_state(), cell: ({ state, tone, sent, error }) => <State state={state} tone={tone} sent={sent} error={error} /> },
    { label: m.desk_mail_attempts(), cell: ({ attempts }) => attempts, numeric: true },
  ];
}

function decision(): Column<MailView> {
  return { label: m.desk_mail_decision(), cell: ({ id }) => <MailDecision id={id} /> };
}

function State({ state, tone, sent, error }: Pick<MailView, "state" | "tone" | "sent" | "error">) {
  return (
    <>
      <Tag tone={tone}>{state}</Tag> {sent && <span className="text-sm whitespace-nowrap text-ink-soft tabular-nums">{sent}</span>}
      {error && <bdi className="block max-w-md text-sm">{error}</bdi>}
    </>
  );
}

import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { DeskConcernView } from "./concern-view.server";

/** Concerns as the desk works through them. */
export function ConcernTable({ caption, concerns }: { caption: string; concerns: DeskConcernView[] }) {
  return <Table caption={caption} columns={columns()} rows={concerns} rowKey={({ reference }) => reference} />;
}

// Made for each rendering, since the words are those of the request's language.
function columns(): Column<DeskConcernView>[] {
  return [
    { label: m.concerns_desk_age(), cell: ({ age, moved }) => <span className="whitespace-nowrap tabular-nums" title={moved}>{age}</span> },
    {
      label: m.concerns_desk_what(),
      rowHeader: true,
      cell: ({ reference, subject, kind, escalated }) => (
        <>
          <Link to={paths.deskConcern(reference)} className="font-semibold wrap-anywhere"><bdi>{subject}</bdi></Link>
          {escalated && <> <Tag tone="stale">{m.concerns_escalated()}</Tag></>}
          <span className="block text-sm text-ink-soft">{kind} · <Reference>{reference}</Reference></span>
        </>
      ),
    },
    {
      label: m.concerns_desk_customer(),
      cell: ({ accountNumber, customerName }) => (
        <>
          <Link to={paths.record(accountNumber)}><bdi>{customerName}</bdi></Link>{" "}
          <span className="block text-sm text-ink-soft"><Reference>{accountNumber}</Reference></span>
        </>
      ),
    },
    { label: m.concerns_with(), cell: ({ department }) => department },
    { label: m.concerns_desk_owner(), cell: ({ owner }) => owner ?? <span className="text-ink-soft">{m.concerns_desk_nobody()}</span> },
    { label: m.concerns_state(), cell: ({ state, tone }) => <Tag tone={tone}>{state}</Tag> },
  ];
}

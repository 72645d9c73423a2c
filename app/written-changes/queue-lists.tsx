import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { EmptyState } from "~/ui/empty-state";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { QueueView, SettledSheetView, SheetView } from "./queue-view.server";

/** Everything that waits for the reader, what of theirs waits for others, and what was settled lately. */
export function QueueLists({ toCheck, toSettle, mine, settled }: QueueView) {
  return (
    <div className="grid gap-(--gap)">
      {toCheck.length === 0 && <EmptyState title={m.paper_nothing_to_check()}>{m.paper_nothing_to_check_text()}</EmptyState>}
      <SheetTable caption={m.paper_to_check({ count: toCheck.length })} rows={toCheck} columns={[...about(), way(checkLink)]} />
      <SheetTable caption={m.paper_to_settle({ count: toSettle.length })} rows={toSettle} columns={[...about(), cause(), way(settleLink)]} />
      <SheetTable caption={m.paper_mine({ count: mine.length })} rows={mine} columns={[...about(), waitsFor()]} />
      <SheetTable caption={m.paper_settled_lately()} rows={settled} columns={[...about<SettledSheetView>(), ...outcome()]} />
    </div>
  );
}

function SheetTable<Row extends SheetView>({ rows, ...table }: { caption: string; columns: Column<Row>[]; rows: Row[] }) {
  return rows.length > 0 && <Table rows={rows} rowKey={({ id }) => id} {...table} />;
}

function about<Row extends SheetView>(): Column<Row>[] {
  return [
    { label: m.paper_sheet(), cell: ({ sheet }) => <Reference>{sheet}</Reference>, rowHeader: true },
    { label: m.paper_channel(), cell: ({ channel }) => channel },
    { label: m.paper_received_on(), cell: ({ received }) => received },
  ];
}

function way(link: (row: SheetView) => ReactNode): Column<SheetView> {
  return { label: m.paper_column_next(), cell: link };
}

function checkLink({ id, sheet }: SheetView) {
  return <Link to={paths.writtenChange(id)}>{m.paper_check_sheet({ sheet })}</Link>;
}

function settleLink({ id, sheet }: SheetView) {
  return <Link to={paths.writtenChangeSettlement(id)}>{m.paper_settle_sheet({ sheet })}</Link>;
}

function cause(): Column<SheetView> {
  return {
    label: m.paper_column_why(),
    cell: ({ dispute }) => (dispute === "changed_meanwhile" ? m.paper_why_changed_meanwhile() : m.paper_why_keyed_differently()),
  };
}

function waitsFor(): Column<SheetView> {
  return { label: m.paper_column_state(), cell: ({ state }) => (state === "to_check" ? m.paper_waits_for_second() : m.paper_waits_for_third()) };
}

function outcome(): Column<SettledSheetView>[] {
  return [
    { label: m.paper_column_state(), cell: (row) => <Outcome {...row} /> },
    { label: m.paper_account(), cell: ({ accountNumber }) => accountNumber && <Link to={paths.record(accountNumber)}><Reference>{accountNumber}</Reference></Link> },
    { label: m.paper_column_reference(), cell: ({ reference }) => reference && <Reference>{reference}</Reference> },
    { label: m.paper_column_settled(), cell: ({ settled, settledBy }) => <>{settled}, <bdi>{settledBy}</bdi></> },
  ];
}

function Outcome({ state, reason, emailWaits }: SettledSheetView) {
  if (state === "rejected") return <><Tag tone="stale">{m.paper_rejected()}</Tag> <bdi>{reason}</bdi></>;
  return <><Tag tone="fresh">{m.paper_applied()}</Tag>{emailWaits && ` ${m.paper_email_waits()}`}</>;
}

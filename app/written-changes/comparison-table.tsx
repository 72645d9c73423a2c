import { FreshnessMark } from "~/contact-details/freshness-mark";
import { m } from "~/i18n/messages";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { ValueLines } from "~/ui/value-lines";
import type { ComparisonRow, CurrentCell, KeyedCell } from "./comparison.server";

/** Both keyings beside what counts now; a row in which they differ says so in words. `people` keyed, in their order. */
export function ComparisonTable({ rows, people }: { rows: ComparisonRow[]; people: string[] }) {
  return <Table caption={m.paper_comparison()} columns={columns(people)} rows={rows} rowKey={({ heading }) => heading} />;
}

function columns(people: string[]): Column<ComparisonRow>[] {
  return [
    { label: m.paper_column_what(), cell: (row) => <Heading {...row} />, rowHeader: true },
    ...people.map((person, at): Column<ComparisonRow> => (
      { label: m.paper_column_keyed_by({ place: at + 1, person }), cell: ({ cells }) => <Keyed cell={cells[at] ?? null} /> })),
    { label: m.paper_column_now(), cell: ({ now }) => now.map((current, at) => <Current key={at} {...current} />) },
  ];
}

function Heading({ heading, differs, overtaken }: ComparisonRow) {
  return (
    <>
      <span className="font-semibold">{heading}</span>
      {differs && <div><Tag tone="stale">{m.paper_differs()}</Tag></div>}
      {overtaken && <div><Tag tone="due_soon">{m.paper_overtaken()}</Tag></div>}
    </>
  );
}

function Keyed({ cell }: { cell: KeyedCell | null }) {
  if (!cell) return <span className="text-ink-soft">{m.paper_nothing_here()}</span>;
  return (
    <>
      <ValueLines lines={cell.lines} />
      {cell.mode && <span className="text-sm text-ink-soft">{cell.mode === "add" ? m.paper_mode_add() : m.paper_mode_replace()}</span>}
    </>
  );
}

function Current({ account, lines, reading }: CurrentCell) {
  return (
    <div className="relative mb-1">
      {account && <span className="text-sm text-ink-soft">{account}</span>}
      <ValueLines lines={lines} />
      <FreshnessMark reading={reading} size="row" />
    </div>
  );
}

import { useId } from "react";
import type { ReactNode } from "react";

export interface Column<Row> {
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, under each other. */
  numeric?: boolean;
  /** The cell that names its row to those who listen. */
  rowHeader?: boolean;
}

/** A dense table with its caption. On a narrow screen it scrolls sideways by itself, by keyboard too. */
export function Table<Row>({ caption, columns, rows, rowKey }: {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
}) {
  const id = useId();
  return (
    <div role="region" aria-labelledby={id} tabIndex={0} className="relative overflow-x-auto border border-edge bg-card">
      <table className="w-full border-collapse text-left">
        <caption id={id} className="border-b-2 border-accent px-3 py-1.5 text-left font-label font-semibold">
          {caption}
        </caption>
        <thead className="text-sm text-ink-soft">
          <tr>
            {columns.map(({ label, numeric }) => (
              <th key={label} scope="col" className={`${cellClass(numeric)} font-normal`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={rowKey(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow<Row>({ row, columns }: { row: Row; columns: Column<Row>[] }) {
  return (
    <tr className="border-t border-rule focus-within:bg-paper hover:bg-paper">
      {columns.map(({ label, cell, numeric, rowHeader }) => {
        const Cell = rowHeader ? "th" : "td";
        return (
          <Cell key={label} scope={rowHeader ? "row" : undefined} className={`${cellClass(numeric)} font-normal`}>
            {cell(row)}
          </Cell>
        );
      })}
    </tr>
  );
}

function cellClass(numeric: boolean | undefined): string {
  return `px-3 py-1.5 align-top ${numeric ? "text-right tabular-nums" : ""}`;
}

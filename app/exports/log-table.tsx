import { m } from "~/i18n/messages";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/tone";

/** An export as the log shows it, in the reader's language. */
export type ExportView = {
  id: string;
  began: string;
  by: string;
  what: string;
  file: string;
  customers: string;
  state: string;
  tone: Tone;
  /** How far one got that broke off. */
  reached: string | null;
};

/** Who exported what, newest first. */
export function LogTable({ exports }: { exports: ExportView[] }) {
  return <Table caption={m.exports_log()} columns={columns()} rows={exports} rowKey={({ id }) => id} />;
}

function columns(): Column<ExportView>[] {
  return [
    { label: m.exports_log_began(), cell: ({ began }) => <span className="whitespace-nowrap tabular-nums">{began}</span> },
    { label: m.exports_log_by(), cell: ({ by }) => <bdi className="whitespace-nowrap">{by}</bdi>, rowHeader: true },
    { label: m.exports_log_what(), cell: ({ what }) => what },
    { label: m.exports_log_file(), cell: ({ file }) => <span className="whitespace-nowrap">{file}</span> },
    { label: m.exports_log_customers(), cell: ({ customers }) => customers, numeric: true },
    { label: m.exports_log_state(), cell: (row) => <State {...row} /> },
  ];
}

function State({ state, tone, reached }: ExportView) {
  return <span className="whitespace-nowrap"><Tag tone={tone}>{state}</Tag> {reached && <span className="text-sm text-ink-soft">{reached}</span>}</span>;
}

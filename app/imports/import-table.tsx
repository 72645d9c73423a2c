import { Link } from "@remix-run/react";
import { m } from "~/i18n/messages";
import { paths } from "~/paths";
import { type Column, Table } from "~/ui/table";
import type { ImportView } from "./import-view.server";

/** The imports so far, newest first. */
export function ImportTable({ imports }: { imports: ImportView[] }) {
  return <Table caption={m.imports_list()} columns={columns()} rows={imports} rowKey={({ id }) => id} />;
}

// Made for each rendering, since the words are those of the request's language.
function columns(): Column<ImportView>[] {
  return [
    { label: m.imports_column_when(), cell: ({ created }) => <span className="whitespace-nowrap tabular-nums">{created}</span> },
    { label: m.imports_column_file(), cell: ({ id, fileName }) => <Link to={paths.import(id)}><bdi>{fileName}</bdi></Link>, rowHeader: true },
    { label: m.imports_column_lines(), cell: ({ lines }) => lines, numeric: true },
    { label: m.imports_column_state(), cell: ({ stateText }) => stateText },
    { label: m.imports_column_by(), cell: ({ by }) => <bdi>{by}</bdi> },
  ];
}

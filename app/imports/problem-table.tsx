import { m } from "~/i18n/messages";
import { type Column, Table } from "~/ui/table";
import type { ProblemView } from "./import-view.server";

/** What is to be said about lines of a file, each with what stands in it. */
export function ProblemTable({ caption, problems }: { caption: string; problems: ProblemView[] }) {
  return (
    <div className="mb-(--gap)">
      <Table caption={caption} columns={columns()} rows={problems} rowKey={({ key }) => key} />
    </div>
  );
}

// Made for each rendering, since the words are those of the request's language.
function columns(): Column<ProblemView>[] {
  return [
    { label: m.imports_problems_line(), cell: ({ line }) => line, numeric: true, rowHeader: true },
    { label: m.imports_problems_what(), cell: ({ texts }) => texts.map((text) => <p key={text}>{text}</p>) },
    { label: m.imports_problems_cells(), cell: ({ cells }) => <bdi className="text-sm break-words text-ink-soft">{cells}</bdi> },
  ];
}

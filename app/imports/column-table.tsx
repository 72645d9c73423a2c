import { m } from "~/i18n/messages";
import type { Option } from "~/ui/field";
import { fieldId } from "~/ui/field-id";
import { type Column, Table } from "~/ui/table";
import type { ColumnView } from "./import-view.server";
import { mappingFields } from "./mapping-fields";

type Numbered = ColumnView & { at: number };
type Errors = { name: string; message: string }[];

/** The columns of a file with a few of their values, and for each what it holds. */
export function ColumnTable({ columns, fields, errors }: { columns: ColumnView[]; fields: Option[]; errors: Errors }) {
  const rows = columns.map((column, at) => ({ ...column, at }));
  return <Table caption={m.imports_columns_title()} columns={tableColumns(fields, errors)} rows={rows} rowKey={({ at }) => String(at)} />;
}

// Made for each rendering, since the words are those of the request's language.
function tableColumns(fields: Option[], errors: Errors): Column<Numbered>[] {
  return [
    { label: m.imports_column_heading(), cell: ({ heading }) => <bdi>{heading}</bdi>, rowHeader: true },
    { label: m.imports_column_holds(), cell: (column) => <FieldSelect column={column} fields={fields} error={errors.find(({ name }) => name === nameOf(column.at))?.message} /> },
    { label: m.imports_column_sample(), cell: ({ samples }) => <bdi className="text-sm text-ink-soft">{samples.join(" · ")}</bdi> },
  ];
}

function nameOf(at: number): string {
  return `${mappingFields.column}-${at}`;
}

function FieldSelect({ column: { at, heading, field }, fields, error }: { column: Numbered; fields: Option[]; error: string | undefined }) {
  const id = fieldId(nameOf(at));
  return (
    <>
      <select
        id={id}
        name={mappingFields.column}
        className="control"
        defaultValue={field ?? ""}
        aria-label={m.imports_column_choice({ heading })}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        <option value="">{m.imports_column_left_out()}</option>
        {fields.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
      {error && <p id={`${id}-error`} className="font-semibold text-danger">{error}</p>}
    </>
  );
}

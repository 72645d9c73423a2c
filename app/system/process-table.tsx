import { m } from "~/i18n/messages";
import { Reference } from "~/ui/reference";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/tone";

/** A server or worker that reported lately. */
export type ProcessView = { id: string; kind: string; state: string; tone: Tone; release: string; since: string; seen: string };

export function ProcessTable({ processes }: { processes: ProcessView[] }) {
  return <Table caption={m.system_processes()} rows={processes} rowKey={({ id }) => id} columns={columns()} />;
}

// Made for each rendering, since the words are those of the request's language.
function columns(): Column<ProcessView>[] {
  return [
    { label: m.desk_mail_what(), cell: ({ kind }) => kind, rowHeader: true },
    { label: m.desk_mail_state(), cell: ({ state, tone }) => <Tag tone={tone}>{state}</Tag> },
    { label: m.system_release(), cell: ({ release }) => <Reference>{release}</Reference> },
    { label: m.system_since(), cell: ({ since }) => <span className="whitespace-nowrap">{since}</span>, numeric: true },
    { label: m.system_seen(), cell: ({ seen }) => seen, numeric: true },
  ];
}

import { m } from "~/i18n/messages";
import { type Column, Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Tone } from "~/ui/tone";

/** What waits in one state: how many, and for how long the oldest has been waiting. */
export type QueueView = { id: string; what: string; state: string; tone: Tone; count: string; oldest: string | null };

export function QueueTable({ queues }: { queues: QueueView[] }) {
  return <Table caption={m.system_queues()} rows={queues} rowKey={({ id }) => id} columns={columns()} />;
}

// Made for each rendering, since the words are those of the request's language.
function columns(): Column<QueueView>[] {
  return [
    { label: m.desk_mail_what(), cell: ({ what }) => what, rowHeader: true },
    { label: m.desk_mail_state(), cell: ({ state, tone }) => <Tag tone={tone}>{state}</Tag> },
    { label: m.system_count(), cell: ({ count }) => count, numeric: true },
    { label: m.system_oldest(), cell: ({ oldest }) => <span className="whitespace-nowrap">{oldest ?? "–"}</span>, numeric: true },
  ];
}

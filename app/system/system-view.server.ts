import { countOrMore } from "~/i18n/count-words";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { shortMoment, timeOfDay, timeWithSeconds } from "~/i18n/times";
import { mailKinds, mailWord } from "~/outbox/mail.schema";
import type { Count } from "~/ui/counts";
import type { Tone } from "~/ui/tone";
import { addCounts, durationOf } from "./durations";
import { age, milliseconds, whole } from "./figures";
import type { QueueView } from "./queue-table";
import type { ProcessView } from "./process-table";
import { requestCharts } from "./request-charts.server";
import { sendChart } from "./send-chart.server";
import type { Queue, SeenProcess } from "./system.schema";
import type { RequestsOfMinute, System } from "./system.server";

const HOUR = 3_600_000;

/** The operations page, ready in the reader's language. */
export function viewSystem({ now: at, migrations, queues, processes, requests, sends }: System) {
  const now = new Date(at);
  const workers = processes.filter(({ kind, works }) => kind === "worker" && works).length;
  const lastHour = requests.filter((minute) => now.getTime() - Date.parse(minute.at) <= HOUR);
  return {
    asOf: timeWithSeconds(at, getLocale()),
    noWorker: workers === 0,
    tiles: [...processTiles(processes, workers), ...requestTiles(lastHour)],
    charts: [...requestCharts(requests, now), sendChart(sends, now)],
    queues: queues.map((queue) => viewQueue(queue, now)),
    processes: processes.map(viewProcess),
    schema: m.system_schema({ count: whole(migrations.length), latest: migrations.at(-1) ?? "–" }),
  };
}

function processTiles(processes: SeenProcess[], workers: number): Count[] {
  const servers = processes.filter(({ kind }) => kind === "web").length;
  return [
    { label: m.system_servers(), count: whole(servers), tone: "fresh" },
    { label: m.system_workers(), count: whole(workers), tone: workers > 0 ? "fresh" : "stale" },
  ];
}

function requestTiles(lastHour: RequestsOfMinute[]): Count[] {
  const errors = lastHour.reduce((sum, minute) => sum + minute.errors, 0);
  const most = durationOf(0.95, addCounts(lastHour.map(({ durations }) => durations)));
  return [
    { label: m.system_requests_last_hour(), count: whole(lastHour.reduce((sum, { requests }) => sum + requests, 0)), tone: "plain" },
    { label: m.system_errors_last_hour(), count: whole(errors), tone: errors > 0 ? "stale" : "plain" },
    { label: m.system_most_last_hour(), count: most === null ? "–" : milliseconds(most), tone: "plain" },
  ];
}

function viewQueue({ queue, kind, state, count, oldest }: Queue, now: Date): QueueView {
  return {
    id: `${queue} ${kind} ${state}`,
    what: kindWord(kind),
    state: stateWords[state]?.() ?? state,
    tone: count > 0 ? tones[state] ?? "plain" : "plain",
    count: countOrMore(count),
    oldest: oldest && age(oldest, now),
  };
}

function viewProcess({ kind, release, startedAt, seenAt, works }: SeenProcess): ProcessView {
  return {
    id: `${kind} ${startedAt}`,
    kind: kind === "web" ? m.system_server() : m.system_worker(),
    state: works ? m.system_works() : m.system_does_not_claim(),
    tone: works ? "fresh" : "stale",
    release,
    since: shortMoment(startedAt, getLocale()),
    seen: timeOfDay(seenAt, getLocale()),
  };
}

/** What waits, in words: a mail by its kind, and what waits in queues of its own. */
function kindWord(kind: string): string {
  const mail = mailKinds.find((each) => each === kind);
  return mail ? mailWord(mail) : kindWords[kind]?.() ?? kind;
}

// A room that comes to wait in a queue of its own adds its words here; without any, it shows by its name.
const kindWords: Partial<Record<string, () => string>> = {
  code: m.system_kind_code,
  task: m.system_kind_task,
  written_change: m.system_kind_written_change,
  webhook: m.system_kind_webhook,
  import_chunk: m.system_kind_import_chunk,
};

const stateWords: Partial<Record<string, () => string>> = {
  queued: m.desk_state_queued,
  claimed: m.desk_state_claimed,
  failed: m.desk_state_failed,
  uncertain: m.desk_state_uncertain,
  waiting: m.desk_state_waiting,
  open: m.system_state_open,
  to_check: m.system_state_to_check,
  to_settle: m.system_state_to_settle,
  checking: m.imports_state_checking,
  applying: m.imports_state_applying,
  undoing: m.imports_state_undoing,
};

const tones: Partial<Record<string, Tone>> = { failed: "stale", uncertain: "due_soon" };

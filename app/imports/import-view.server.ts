import { errorText } from "~/i18n/error-text";
import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { longDay, shortMoment } from "~/i18n/times";
import type { Count } from "~/ui/counts";
import { guessColumns } from "./import-fields";
import type { Import, ImportDetail, ImportState, Problem, Progress } from "./import.schema";
import { problemText } from "./problem-text.server";

/** As many bad things and as many remarks as the database hands out with an import. */
const SHOWN_PROBLEMS = 100;
const RATED_LINES = 10_000;

/** An import as the list shows it. */
export function viewImport({ id, fileName, state, lines, createdAt, by }: Import) {
  return {
    id,
    fileName,
    state,
    stateText: stateWords[state](),
    lines: number(lines),
    created: shortMoment(createdAt, getLocale()),
    by: by ?? m.imports_by_command(),
  };
}
export type ImportView = ReturnType<typeof viewImport>;

/** One import as its page shows it; `now` (ms) tells how fast it goes. */
export function viewDetail({ import: one, progress, problems }: ImportDetail, now: number) {
  return {
    ...viewImport(one),
    failed: one.failed,
    readAs: m.imports_read_as({ encoding: one.encoding.toUpperCase(), separator: separatorName(one.separator), lines: number(one.lines) }),
    columns: viewColumns(one),
    remembered: one.state === "mapping" && one.columns !== null,
    settings: one.settings,
    percent: percentOf(one.state, progress),
    rate: rateOf(one, progress, now),
    counts: viewCounts(progress),
    anyGood: progress.new + progress.changed + progress.confirmed + progress.unchanged > 0,
    anyBad: progress.bad > 0,
    undoableUntil: one.undoableUntil && longDay(one.undoableUntil, getLocale()),
    bad: byLine(problems.filter(({ bad }) => bad)),
    remarks: byLine(problems.filter(({ bad }) => !bad)),
    moreBad: problems.filter(({ bad }) => bad).length === SHOWN_PROBLEMS,
    moreRemarks: problems.filter(({ bad }) => !bad).length === SHOWN_PROBLEMS,
  };
}
export type DetailView = ReturnType<typeof viewDetail>;

function viewColumns({ header, columns, sample }: ImportDetail["import"]) {
  const chosen = columns ?? guessColumns(header);
  return header.map((heading, at) => ({
    heading: heading || String(at + 1),
    samples: [...new Set((sample ?? []).map((row) => row[at]?.trim() ?? "").filter(Boolean))].slice(0, 3).map((text) => text.slice(0, 40)),
    field: chosen[at] ?? null,
  }));
}
export type ColumnView = ReturnType<typeof viewColumns>[number];

// Line 0 is none of the file: what undoing has to say about customers.
function byLine(problems: Problem[]) {
  return [...Map.groupBy(problems, ({ line, place }) => (line === 0 ? `0 ${place}` : String(line)))].map(([key, together]) => ({
    key,
    line: together[0]?.line ? number(together[0].line) : "",
    texts: together.map(problemText),
    cells: (together[0]?.cells ?? []).filter(Boolean).join(" · ").slice(0, 200),
  }));
}
export type ProblemView = ReturnType<typeof byLine>[number];

function percentOf(state: ImportState, { chunks, checked, applied, undone }: Progress): number {
  const done = state === "checking" ? checked : state === "undoing" ? undone : applied;
  const all = state === "undoing" ? applied : chunks;
  return all === 0 ? 0 : Math.floor((done / all) * 100);
}

// Of a file that takes a moment, a rate says nothing.
function rateOf({ state, startedAt, finishedAt, lines }: Import, { chunks, applied }: Progress, now: number): string | null {
  if (!startedAt || lines < RATED_LINES || (state !== "applying" && state !== "applied")) return null;
  const seconds = ((finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt)) / 1000;
  return seconds > 0 ? m.imports_rate({ rate: number(Math.round(((lines * applied) / chunks) / seconds)) }) : null;
}

function viewCounts(progress: Progress): Count[] {
  const drawers: [() => string, number, Count["tone"]][] = [
    [m.imports_count_new, progress.new, "fresh"],
    [m.imports_count_changed, progress.changed, "fresh"],
    [m.imports_count_confirmed, progress.confirmed, "plain"],
    [m.imports_count_unchanged, progress.unchanged, "plain"],
    [m.imports_count_kept, progress.kept, "due_soon"],
    [m.imports_count_bad, progress.bad, "stale"],
  ];
  return drawers.map(([label, count, tone]) => ({ label: label(), count: number(count), tone: count > 0 ? tone : "plain" }));
}

const refusals: Record<string, string> = { import_is_elsewhere: "imports_elsewhere", another_import_runs: "imports_another_runs", import_too_old: "imports_too_old" };

/** The sentence for a refusal's code from an address; null for anything else that stands there. */
export function refusalText(code: string | null): string | null {
  const key = code === null ? undefined : refusals[code];
  return key ? errorText(key) : null;
}

function separatorName(separator: string): string {
  const names: Record<string, () => string> = { ",": m.imports_separator_comma, ";": m.imports_separator_semicolon, "\t": m.imports_separator_tab, "|": m.imports_separator_pipe };
  return (names[separator] ?? m.imports_separator_other)();
}

function number(value: number): string {
  return new Intl.NumberFormat(getLocale()).format(value);
}

const stateWords: Record<ImportState, () => string> = {
  receiving: m.imports_state_receiving,
  mapping: m.imports_state_mapping,
  checking: m.imports_state_checking,
  checked: m.imports_state_checked,
  applying: m.imports_state_applying,
  paused: m.imports_state_paused,
  applied: m.imports_state_applied,
  cancelled: m.imports_state_cancelled,
  undoing: m.imports_state_undoing,
  undone: m.imports_state_undone,
};

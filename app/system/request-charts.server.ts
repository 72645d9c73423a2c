import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import type { ChartView } from "./chart-view";
import { addCounts, durationOf } from "./durations";
import { milliseconds, whole } from "./figures";
import { plot, type Point } from "./plot.server";
import type { RequestsOfMinute } from "./system.server";

const MINUTE = 60_000;
const SHOWN = 180;
/** Minutes that a row of the table sums up. */
const ROW = 15;

/** A minute of the time shown; null where no server reported. */
type Slot = { at: number; counted: RequestsOfMinute | null };

/** The charts of the three hours before `now`: how many requests with how many errors, and how long they took. */
export function requestCharts(minutes: RequestsOfMinute[], now: Date): ChartView[] {
  const slots = slotsBefore(now, new Map(minutes.map((minute) => [Date.parse(minute.at), minute])));
  return [loadChart(slots), durationChart(slots)];
}

function slotsBefore(now: Date, minutes: Map<number, RequestsOfMinute>): Slot[] {
  const end = Math.floor(now.getTime() / MINUTE) * MINUTE;
  return Array.from({ length: SHOWN }, (_, place) => {
    const at = end - (SHOWN - place) * MINUTE;
    return { at, counted: minutes.get(at) ?? null };
  });
}

function loadChart(slots: Slot[]): ChartView {
  const points = slots.map(({ at, counted }): Point => [at, counted && counted.requests]);
  const most = Math.max(...points.map(([, value]) => value ?? 0));
  const { area, line, mark, gaps, across, up } = scales(slots, most);
  const failing = slots.filter(({ counted }) => counted && counted.errors > 0);
  return {
    title: m.system_requests_title(),
    description: anything(slots)
      ? m.system_requests_description({ most: whole(most), errors: whole(sum(slots, ({ errors }) => errors)) })
      : m.system_nothing_yet(),
    shapes: [...gaps(points, MINUTE), area(points, "accent"), line(points, "accent"), ...failing.map(({ at }) => mark(at, at + MINUTE, "stale"))],
    across,
    up: up(whole),
    legend: [{ label: m.system_requests(), tone: "accent" }, { label: m.system_minutes_with_errors(), tone: "stale" }, gapLegend()],
    table: table([m.system_time(), m.system_requests(), m.system_errors()], slots, (row) =>
      [whole(sum(row, ({ requests }) => requests)), whole(sum(row, ({ errors }) => errors))]),
  };
}

function durationChart(slots: Slot[]): ChartView {
  const of = (share: number) => slots.map(({ at, counted }): Point => [at, counted && durationOf(share, counted.durations)]);
  const [half, most] = [of(0.5), of(0.95)];
  const highest = Math.max(...most.map(([, value]) => value ?? 0));
  const { line, gaps, across, up } = scales(slots, highest);
  return {
    title: m.system_durations_title(),
    description: anything(slots) ? m.system_durations_description({ half: durationOver(slots, 0.5), most: durationOver(slots, 0.95) }) : m.system_nothing_yet(),
    shapes: [...gaps(slots.map(({ at, counted }): Point => [at, counted && 0]), MINUTE), line(most, "due_soon"), line(half, "accent")],
    across,
    up: up(milliseconds),
    legend: [{ label: m.system_half(), tone: "accent" }, { label: m.system_most(), tone: "due_soon" }, gapLegend()],
    table: table([m.system_time(), m.system_half(), m.system_most()], slots, (row) => [durationOver(row, 0.5), durationOver(row, 0.95)]),
  };
}

function anything(slots: Slot[]): boolean {
  return sum(slots, ({ requests }) => requests) > 0;
}

function scales(slots: Slot[], most: number) {
  const from = slots[0]?.at ?? 0;
  return plot(from, from + SHOWN * MINUTE, most, 6);
}

function gapLegend(): ChartView["legend"][number] {
  return { label: m.system_nobody_counted(), tone: "gap" };
}

function table(columns: string[], slots: Slot[], cells: (row: Slot[]) => string[]): ChartView["table"] {
  const rows = Array.from({ length: SHOWN / ROW }, (_, place) => slots.slice(place * ROW, (place + 1) * ROW));
  return {
    columns,
    rows: rows.map((row) => {
      const from = timeOfDay(new Date(row[0]?.at ?? 0).toISOString(), getLocale());
      return [from, ...(row.some(({ counted }) => counted) ? cells(row) : columns.slice(1).map(() => m.system_nobody_counted()))];
    }).toReversed(),
  };
}

function sum(slots: Slot[], of: (minute: RequestsOfMinute) => number): number {
  return slots.reduce((total, { counted }) => total + (counted ? of(counted) : 0), 0);
}

/** The duration within which a share of the requests of some minutes lies, in words. */
function durationOver(slots: Slot[], share: number): string {
  const duration = durationOf(share, addCounts(slots.flatMap(({ counted }) => (counted ? [counted.durations] : []))));
  return duration === null ? "–" : milliseconds(duration);
}

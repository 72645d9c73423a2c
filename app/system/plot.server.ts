import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import { getLocale } from "~/i18n/locale";
import { timeOfDay } from "~/i18n/times";
import type { ChartTone, Shape, Tick } from "./chart-view";

/** Where next to nothing was counted, the scale still has whole numbers. */
const LEAST = 4;

/** A moment in milliseconds and what was counted then; null where nobody counted. */
export type Point = [at: number, value: number | null];

/**
 * The scales of one chart, from `from` to `to` (milliseconds), with about `words` times of day below it, and from
 * nothing to a round number above `most`.
 */
export function plot(from: number, to: number, most: number, words: number) {
  const x = scaleUtc([from, to], [0, 100]);
  const y = scaleLinear([0, Math.max(most, LEAST)], [100, 0]).nice(3);
  const known = ([, value]: Point) => value !== null;
  const left = ([at]: Point) => x(at);
  const top = ([, value]: Point) => y(value ?? 0);
  return {
    line: (points: Point[], tone: ChartTone): Shape =>
      ({ shape: "line", tone, path: line<Point>(left, top).defined(known).curve(curveMonotoneX).digits(2)(points) ?? "" }),
    area: (points: Point[], tone: ChartTone): Shape =>
      ({ shape: "area", tone, path: area<Point>(left, 100, top).defined(known).curve(curveMonotoneX).digits(2)(points) ?? "" }),
    /** A bar over a stretch of time, on top of `below`. */
    bar: (at: number, until: number, below: number, value: number, tone: ChartTone): Shape =>
      ({ shape: "bar", tone, ...stretch(x(at), x(until)), y: round(y(below + value)), height: round(y(below) - y(below + value)) }),
    /** A mark of the same height for every stretch of time that it says something about, at the top. */
    mark: (at: number, until: number, tone: ChartTone): Shape => ({ shape: "bar", tone, ...stretch(x(at), x(until)), y: 0, height: 7 }),
    gaps: (points: Point[], step: number): Shape[] =>
      runsOfNothing(points).map(([first, last]) => ({ shape: "gap", ...stretch(x(first), x(last + step)) })),
    // Words too near the edge would be cut there.
    across: x.ticks(words).map((at): Tick => ({ at: round(x(at)), label: timeOfDay(at.toISOString(), getLocale()) })).filter(({ at }) => at > 6 && at < 94),
    up: (label: (value: number) => string) => y.ticks(3).map((value): Tick => ({ at: round(y(value)), label: label(value) })),
  };
}

function stretch(from: number, to: number): { x: number; width: number } {
  const [start, end] = [Math.max(from, 0), Math.min(to, 100)];
  return { x: round(start), width: round(Math.max(end - start, 0)) };
}

// The first and the last moment of each run of points without a value.
function runsOfNothing(points: Point[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [place, [at, value]] of points.entries()) {
    const run = runs.at(-1);
    if (value !== null) continue;
    if (run && points[place - 1]?.[1] === null) run[1] = at;
    else runs.push([at, at]);
  }
  return runs;
}

function round(number: number): number {
  return Math.round(number * 100) / 100;
}

import type { Tone } from "~/ui/tone";

export type ChartTone = Tone | "accent";

/** What is drawn, in hundredths of the plot's width and height. A gap is where nothing was counted. */
export type Shape =
  | { shape: "line" | "area"; tone: ChartTone; path: string }
  | { shape: "bar"; tone: ChartTone; x: number; y: number; width: number; height: number }
  | { shape: "gap"; x: number; width: number };

export interface Tick {
  /** In hundredths, from the left or the top. */
  at: number;
  label: string;
}

/** A chart made ready on the server: shapes and words, nothing left to compute. */
export interface ChartView {
  title: string;
  /** What one sees in it, for those who do not. */
  description: string;
  shapes: Shape[];
  across: Tick[];
  up: Tick[];
  legend: { label: string; tone: ChartTone | "gap" }[];
  /** The same as a table: the first cell of a row names it. */
  table: { columns: string[]; rows: string[][] };
}

import { useId } from "react";
import { m } from "~/i18n/messages";
import { Table } from "~/ui/table";
import type { ChartTone, ChartView, Shape } from "./chart-view";

const fills: Record<ChartTone | "gap", string> = {
  plain: "fill-edge", fresh: "fill-fresh", due_soon: "fill-due", stale: "fill-stale", on_hold: "fill-hold", accent: "fill-accent", gap: "fill-rule",
};
const strokes: Record<ChartTone, string> = {
  plain: "stroke-edge", fresh: "stroke-fresh", due_soon: "stroke-due", stale: "stroke-stale", on_hold: "stroke-hold", accent: "stroke-accent",
};

/** The plot lies between the words above its top line and those below it, in hundredths of the height. */
const TOP = 10;
const HEIGHT = 78;

/** A chart on a card, drawn by the server: what one sees in it stands beside it in words, and whole in a table. */
export function Chart({ title, description, shapes, across, up, legend, table }: ChartView) {
  const id = useId();
  return (
    <figure className="min-w-0 border border-edge bg-card">
      <figcaption className="border-b-2 border-accent px-3 py-1.5">
        <h2 id={`${id}title`} className="text-base">{title}</h2>
        <p id={`${id}text`} className="text-sm text-ink-soft">{description}</p>
      </figcaption>
      <svg role="img" aria-labelledby={`${id}title`} aria-describedby={`${id}text`} width="100%" height="190" className="block overflow-visible px-3 pt-1">
        {up.map(({ at }) => <line key={at} x1="0" x2="100%" y1={levelOf(at)} y2={levelOf(at)} className="stroke-rule" />)}
        <svg x="0" y={`${TOP}%`} width="100%" height={`${HEIGHT}%`} viewBox="0 0 100 100" preserveAspectRatio="none">
          {shapes.map((shape, place) => <Drawn key={place} {...shape} />)}
        </svg>
        {up.map(({ at, label }) => <text key={at} x="0" y={levelOf(at)} dy="-3" className="fill-ink-soft text-sm">{label}</text>)}
        {across.map(({ at, label }) => <text key={at} x={`${at}%`} y="98%" textAnchor="middle" className="fill-ink-soft text-sm">{label}</text>)}
      </svg>
      <Legend legend={legend} />
      <details className="border-t border-rule px-3 pt-1 pb-2 text-sm">
        <summary className="cursor-pointer py-1">{m.system_as_table()}</summary>
        <Table caption={title} rows={table.rows} rowKey={([name = ""]) => name}
          columns={table.columns.map((label, place) => ({ label, cell: (row: string[]) => row[place], numeric: place > 0, rowHeader: place === 0 }))} />
      </details>
    </figure>
  );
}

/** Where a line of the scale lies; its words stand on it. */
function levelOf(at: number): string {
  return `${TOP + (at * HEIGHT) / 100}%`;
}

// Lines keep their thickness, however wide the plot is drawn.
function Drawn(shape: Shape) {
  switch (shape.shape) {
    case "line":
      return <path d={shape.path} fill="none" strokeWidth="2" strokeLinecap="round" vectorEffect="non-scaling-stroke" className={strokes[shape.tone]} />;
    case "area":
      return <path d={shape.path} fillOpacity="0.15" className={fills[shape.tone]} />;
    case "bar":
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} className={fills[shape.tone]} />;
    case "gap":
      return <rect x={shape.x} y="0" width={shape.width} height="100" className={fills.gap} />;
  }
}

function Legend({ legend }: Pick<ChartView, "legend">) {
  return (
    <ul className="flex flex-wrap gap-x-4 px-3 pb-2 text-sm">
      {legend.map(({ label, tone }) => (
        <li key={label} className="flex items-center gap-1.5">
          <svg width="12" height="12" aria-hidden="true"><rect width="12" height="12" className={fills[tone]} /></svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

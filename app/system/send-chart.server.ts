import { getLocale } from "~/i18n/locale";
import { m } from "~/i18n/messages";
import { timeOfDay } from "~/i18n/times";
import type { ChartTone, ChartView, Shape } from "./chart-view";
import { whole } from "./figures";
import { plot } from "./plot.server";
import { type MailOutcome, outcomes } from "./system.schema";
import type { SendsOfHour } from "./system.server";

const HOUR = 3_600_000;
const SHOWN = 24;

const words: Record<MailOutcome, () => string> = {
  sent: m.desk_state_sent,
  retried: m.system_outcome_retried,
  failed: m.desk_state_failed,
  uncertain: m.desk_state_uncertain,
  cancelled: m.desk_state_cancelled,
};

const tones: Record<MailOutcome, ChartTone> = { sent: "fresh", retried: "due_soon", failed: "stale", uncertain: "on_hold", cancelled: "plain" };

type Counts = Record<MailOutcome, number>;
const nothing: Counts = { sent: 0, retried: 0, failed: 0, uncertain: 0, cancelled: 0 };

/** What became of the mails of the last day, hour by hour, over all workers. */
export function sendChart(sends: SendsOfHour[], now: Date): ChartView {
  const counted = new Map(sends.map((hour) => [Date.parse(hour.at), hour]));
  const end = Math.floor(now.getTime() / HOUR) * HOUR + HOUR;
  const hours = Array.from({ length: SHOWN }, (_, place) => end - (SHOWN - place) * HOUR).map((at) => ({ at, counts: counted.get(at) ?? nothing }));
  const most = Math.max(...hours.map(({ counts }) => total(counts)));
  const { bar, across, up } = plot(end - SHOWN * HOUR, end, most, 4);
  const over = (outcome: MailOutcome) => whole(hours.reduce((count, { counts }) => count + counts[outcome], 0));
  return {
    title: m.system_sends_title(),
    description: m.system_sends_description({ sent: over("sent"), failed: over("failed"), uncertain: over("uncertain") }),
    shapes: hours.flatMap(({ at, counts }) => stacked(counts, (below, count, tone) => bar(at + HOUR / 10, at + HOUR, below, count, tone))),
    across,
    up: up(whole),
    legend: outcomes.map((outcome) => ({ label: words[outcome](), tone: tones[outcome] })),
    table: {
      columns: [m.system_time(), ...outcomes.map((outcome) => words[outcome]())],
      rows: hours.toReversed().map(({ at, counts }) =>
        [timeOfDay(new Date(at).toISOString(), getLocale()), ...outcomes.map((outcome) => whole(counts[outcome]))]),
    },
  };
}

// What went well lies at the bottom, whatever went wrong shows on top of it.
function stacked(counts: Counts, bar: (below: number, count: number, tone: ChartTone) => Shape): Shape[] {
  let below = 0;
  return outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => {
    const shape = bar(below, counts[outcome], tones[outcome]);
    below += counts[outcome];
    return shape;
  });
}

function total(counts: Counts): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

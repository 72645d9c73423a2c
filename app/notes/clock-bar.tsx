import type { ReactNode } from "react";
import { m } from "~/i18n/messages";
import { Button } from "~/ui/button";
import { Kbd } from "~/ui/kbd";
import { useShortcut } from "~/ui/use-shortcut";
import { type ClockState, clockText } from "./clock-reading";
import type { Direction, NoteChannel } from "./note";
import { wayWord } from "./note-words";
import type { Clock } from "./note.schema";
import { type Act, useClock } from "./use-clock";

/**
 * How long a contact lasts and how long it was on hold, in a bar that stays in sight, with a key for each moment.
 * `way` is what the form says meanwhile.
 */
export function ClockBar({ clock, way, children }: { clock: Clock; way?: { channel: NoteChannel; direction: Direction }; children?: ReactNode }) {
  const { channel, direction } = way ?? clock;
  const { reading: { state, seconds, held, holding }, press, failed } = useClock(clock, channel);
  return (
    <div role="group" aria-label={m.notes_clock()} className={`sticky top-0 z-10 mb-(--gap) flex flex-wrap items-center gap-x-4 gap-y-1 border-l-4 bg-card px-3 py-1.5 outline outline-edge ${edges[state]}`}>
      <span className="font-label font-semibold">{wayWord(channel, direction)}</span>
      {state !== "none" && (
        <>
          <span role="status">{stateWords[state]()}</span>
          {state !== "idle" && <span role="timer" className="text-lg font-semibold tabular-nums">{clockText(seconds)}</span>}
          {held > 0 && <span className="tabular-nums">{holding > 0 && held !== holding ? m.notes_clock_held_now({ now: clockText(holding), all: clockText(held) }) : m.notes_clock_held({ time: clockText(held) })}</span>}
        </>
      )}
      {momentsOf(state, channel, direction).map((moment) => <MomentButton key={moment.act} {...moment} press={press} />)}
      {failed && <span role="alert" className="font-semibold text-danger">{m.notes_clock_failed()}</span>}
      {children && <span className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1">{children}</span>}
    </div>
  );
}

type Moment = { act: Act; shortcut: string; label: string };

// The agent's hands are in a text: its keys are such that write nothing, and act there too.
function MomentButton({ act, shortcut, label, press }: Moment & { press: (act: Act) => Promise<void> }) {
  const note = () => { void press(act); };
  useShortcut(shortcut, note, label, { whileTyping: true });
  return (
    <span className="flex items-center gap-1.5">
      <Button type="button" variant="secondary" aria-keyshortcuts={shortcut} onClick={note}>{label}</Button> <Kbd>{shortcut}</Kbd>
    </span>
  );
}

function momentsOf(state: ClockState, channel: NoteChannel, direction: Direction): Moment[] {
  const answer = { act: "answered", shortcut: "F2", label: m.notes_clock_answered() } as const;
  const end = { act: "ended", shortcut: "F8", label: m.notes_clock_end() } as const;
  const hold: Moment[] = channel === "in_person" ? [] : [{ act: "held", shortcut: "F4", label: m.notes_clock_hold() }];
  switch (state) {
    case "none":
      return [];
    case "idle":
      return [direction === "out" ? { act: "called", shortcut: "F2", label: m.notes_clock_call() } : answer];
    case "ringing":
      return [answer, end];
    case "talking":
      return [...hold, end];
    case "held":
      return [{ act: "resumed", shortcut: "F4", label: m.notes_clock_resume() }, end];
    case "ended":
      return [{ act: "reopened", shortcut: "F8", label: m.notes_clock_reopen() }];
  }
}

const stateWords: Record<Exclude<ClockState, "none">, () => string> = {
  idle: m.notes_clock_state_idle,
  ringing: m.notes_clock_state_ringing,
  talking: m.notes_clock_state_talking,
  held: m.notes_clock_state_held,
  ended: m.notes_clock_state_ended,
};

const edges: Record<ClockState, string> = {
  none: "border-edge",
  idle: "border-edge",
  ringing: "border-due",
  talking: "border-fresh",
  held: "border-hold",
  ended: "border-ink",
};

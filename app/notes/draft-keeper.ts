import type { NoteFields } from "./note";
import type { Draft } from "./note.schema";
import type { Shelf } from "./shelf";

/** What the server answered to what was typed; `unreachable` and `signed_out` where it did not take it. */
export type SendAnswer =
  | { status: "typed"; version: number }
  | { status: "behind"; draft: Draft }
  | { status: "gone" }
  | { status: "unreachable" | "signed_out" };

/** How the newest words stand: kept on the server, about to be, kept here only, or waiting for the agent to choose. */
export type Keeping = "kept" | "typing" | "offline" | "signed_out" | "gone" | { behind: Draft };

/** What is typed at once, so that the server is asked once a pause and not once a key. */
const PAUSE_MS = 800;
/** Between two tries where the server cannot be reached. */
const RETRY_MS = 4_000;

export type Typed = { way: string; fields: NoteFields };

/**
 * Keeps what is typed: at once in the browser (`shelf`), and after each pause on the server (`send`), one request at a
 * time. What the server has not taken stays on the shelf and is sent again; where another page has typed since, nothing
 * more is sent before somebody chooses; and where the note is saved or thrown away, nothing is kept any more. What a page has left on the shelf (`heirOf`) is newer than all that it has sent,
 * also where that arrives only now.
 */
export function createKeeper({ version, heirOf, send, shelf, tell }: {
  version: number;
  heirOf: string | null;
  send: (typed: Typed, version: number) => Promise<SendAnswer>;
  shelf: Shelf;
  tell: (keeping: Keeping) => void;
}) {
  let seen = version;
  let waiting: Typed | null = null;
  let sending = false;
  let halted = false;
  let gone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function put(typed: Typed) {
    if (!gone) shelf.put({ ...typed, version: seen });
  }

  function flushIn(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => { void flush(); }, ms);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (sending || halted || !waiting) return;
    const typed = waiting;
    waiting = null;
    sending = true;
    const answer = await send(typed, seen);
    sending = false;
    take(answer, typed);
  }

  function take(answer: SendAnswer, typed: Typed) {
    if (answer.status === "typed") {
      seen = answer.version;
      if (waiting) return flushIn(PAUSE_MS);
      shelf.clear();
      return tell("kept");
    }
    waiting ??= typed;
    if (answer.status === "behind" && heirOf !== null && answer.draft.typedIn === heirOf) {
      seen = answer.draft.version;
      return flushIn(0);
    }
    if (answer.status === "unreachable" || answer.status === "signed_out") {
      tell(answer.status === "unreachable" ? "offline" : "signed_out");
      return flushIn(RETRY_MS);
    }
    halted = true;
    if (answer.status === "behind") return tell({ behind: answer.draft });
    gone = true;
    shelf.clear();
    tell("gone");
  }

  return {
    /** The version of the draft that this page has seen. */
    version: () => seen,
    /** Takes what stands in the form now. */
    typed(typed: Typed) {
      waiting = typed;
      put(typed);
      if (halted) return;
      tell("typing");
      flushIn(PAUSE_MS);
    },
    flush,
    /** Waits for a choice, with what stands in the form unsent. */
    halt(typed: Typed) {
      waiting = typed;
      halted = true;
      put(typed);
    },
    /** Goes on from what another page has typed: over it, or, where this page shows it now, beside it. */
    goOnFrom(version: number, typed: Typed | null) {
      seen = version;
      waiting = typed;
      halted = false;
      if (typed) return flushIn(0);
      shelf.clear();
      tell("kept");
    },
    /** Sends nothing more; what is unsent stays on the shelf. */
    stop() {
      halted = true;
      clearTimeout(timer);
    },
  };
}

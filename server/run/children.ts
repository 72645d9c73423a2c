import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { aborted } from "./stop-signal.ts";

/** A process that we started. */
export interface Child extends AsyncDisposable {
  /** Resolves when the child says that it serves. */
  ready: Promise<void>;
  /** Resolves with a sentence when the child ends, for whatever reason. */
  ended: Promise<string>;
}

/**
 * Starts a file of this project with exactly the environment given. Disposing asks it to stop and waits; after
 * `patience` (in milliseconds) it is ended by force.
 */
export function startChild(name: string, file: URL, env: NodeJS.ProcessEnv, patience = 3500): Child {
  const child = fork(file, { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const exited = once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    ready: untilReady(child),
    ended: exited.then(([code, signal]) => `${name} stopped unexpectedly (${signal ?? `exit code ${code ?? "unknown"}`}).`),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      const end = setTimeout(() => child.kill("SIGKILL"), patience);
      await exited;
      clearTimeout(end);
    },
  };
}

/** Tells the parent that this process serves; where it was started by itself, whoever reads its output. */
export function tellReady(words = "ready"): void {
  if (process.send) process.send("ready");
  else console.log(words);
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on("message", (message) => { if (message === "ready") resolve(); });
  });
}

/** Waits for the first of: the signal (null), or one of the sentences. */
export function firstOf(signal: AbortSignal, sentences: Promise<string>[]): Promise<string | null> {
  return Promise.race([aborted(signal).then(() => null), ...sentences]);
}

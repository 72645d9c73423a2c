import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { projectRoot, variables } from "../../server/config/config.ts";

/** A process of ours that serves. Disposing asks it to stop and waits. */
export interface Started extends AsyncDisposable {
  /** Ends it by a signal (SIGTERM unless told) and waits; tells with which code it ended, null where by force. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
}

/**
 * Starts a file such as `server/web.ts` with these variables and no others of Kartei's, and waits until it says that it
 * is ready. `onLine` gets whatever it prints, on both its outputs. Throws with what was printed where it ends before.
 */
export async function startFile(file: string, env: Record<string, string>, onLine: (line: string) => void = () => undefined): Promise<Started> {
  const child = spawn(process.execPath, [file], {
    cwd: projectRoot,
    env: { ...process.env, ...unset(variables), LOG: "off", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      createInterface(output).on("line", (line) => {
        onLine(line);
        if (lines.length < 100) lines.push(line);
        if (/^ready\b/.test(line)) resolve();
      });
    }
    child.once("close", () => { reject(new Error(`${file} did not start:\n${lines.join("\n")}`)); });
  });
  await ready;
  const stop = (signal?: NodeJS.Signals) => end(child, signal);
  return { end: stop, [Symbol.asyncDispose]: async () => { await stop(); } };
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }
  return child.exitCode;
}

// Empty counts as unset, and an empty variable is not filled from a file `.env` either.
function unset(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, ""]));
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { projectRoot } from "../../server/config/config.ts";

/** No command takes as long, in milliseconds; one that hangs must not hold up the run. */
const TIMEOUT_MS = 45 * 60_000;

/** Runs a command of the project or the machine in the project's folder, with its output on ours. Tells whether it succeeded. */
export async function run(command: string, args: string[], env: Record<string, string>, signal: AbortSignal): Promise<boolean> {
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env, PATH: [join(projectRoot, "node_modules/.bin"), process.env.PATH].join(delimiter) },
    stdio: ["ignore", "inherit", "inherit"],
    signal,
    timeout: TIMEOUT_MS,
  });
  const [code, killedBy] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  if (killedBy) console.error(`${command} was ended by ${killedBy}`);
  return code === 0;
}

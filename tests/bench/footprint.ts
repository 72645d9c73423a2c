import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { projectRoot } from "../../server/config/config.ts";
import { freePort } from "../../server/run/ports.ts";
import { type Metrics, rounded } from "./context.ts";
import { temporaryFolder } from "./product.ts";

/** After so long nothing is left to do but wait. */
const settleMs = 8000;

/**
 * `npm start` as it comes, with the embedded database and the demo; the build stands already.
 * `start.cold_s` from an empty data folder to "ready"; `start.warm_s` the same folder once more; `start.memory_mb` the
 * memory of all its processes when idle, as the sum of their proportional set sizes (Linux only).
 */
export async function measureFootprint(): Promise<Metrics> {
  await using folder = await temporaryFolder();
  const cold = await start(folder.path);
  await cold.stop();
  const warm = await start(folder.path);
  await sleep(settleMs);
  const memory = memoryOf(warm.pid);
  await warm.stop();
  return {
    "start.cold_s": rounded(cold.seconds), "start.warm_s": rounded(warm.seconds),
    ...(memory === null ? {} : { "start.memory_mb": rounded(memory) }),
  };
}

async function start(dataDir: string): Promise<{ seconds: number; pid: number; stop: () => Promise<void> }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ["server/start.ts"], {
    cwd: projectRoot,
    env: { ...process.env, DATABASE_URL: "", SUPABASE_URL: "", DATA_DIR: dataDir, PORT: String(port), LOG: "off" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface(child.stdout)) {
    if (!line.startsWith("ready ")) continue;
    child.stdout.resume();
    return { seconds: (performance.now() - began) / 1000, pid: child.pid ?? 0, stop: () => stop(child) };
  }
  throw new Error("Kartei did not start");
}

async function stop(child: ChildProcess): Promise<void> {
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

// In megabytes. A process's share of what it shares with others counts once in all of them together.
function memoryOf(root: number): number | null {
  if (process.platform !== "linux") return null;
  const parents = new Map(readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map((name) => [Number(name), parentOf(name)]));
  const family = new Set([root]);
  for (let known = 0; known < family.size;) {
    known = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
  }
  return [...family].reduce((sum, pid) => sum + shareOf(pid), 0) / 1024;
}

function parentOf(pid: string): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function shareOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

// A process may end between being listed and being read.
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./main.ts";

/**
 * Claims the data folder for this process until disposed; creates the folder.
 * A lock whose process has died (after `kill -9` or a power cut) is taken over.
 * Throws a `StartError` when a living Kartei holds it or the folder cannot be written.
 */
export function takeLock(dataDir: string): Disposable {
  const file = join(dataDir, "lock");
  createFolder(dataDir);
  const holder = lockHolder(dataDir);
  if (holder) {
    throw new StartError(`process ${holder} already runs on ${dataDir}; stop it, or set DATA_DIR (and PORT) for a second copy.`);
  }
  rmSync(file, { force: true });
  writeExclusively(file, `${process.pid} ${startOf(process.pid)}\n`);
  return { [Symbol.dispose]: () => { rmSync(file, { force: true }); } };
}

/** The id of the living process that holds the folder's lock, or null. */
export function lockHolder(dataDir: string): number | null {
  const [pid, start] = readOrEmpty(join(dataDir, "lock")).trim().split(" ");
  if (!pid || !isAlive(Number(pid)) || startOf(Number(pid)) !== start) return null;
  return Number(pid);
}

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function createFolder(dataDir: string): void {
  try {
    // PostgreSQL may run as another user, who must be able to pass through to its own folder.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  } catch {
    throw new StartError(`the folder ${dataDir} cannot be created; set DATA_DIR to one that can be written.`);
  }
}

function writeExclusively(file: string, text: string): void {
  try {
    const handle = openSync(file, "wx", 0o644);
    writeSync(handle, text);
    closeSync(handle);
  } catch {
    throw new StartError(`the lock ${file} cannot be written; set DATA_DIR to a folder that is yours.`);
  }
}

// Ids are used again, above all in containers. Linux tells when a process began; elsewhere the id alone must do.
function startOf(pid: number): string {
  const afterName = readOrEmpty(`/proc/${pid}/stat`).split(") ").at(-1) ?? "";
  return afterName.split(" ")[19] ?? "-";
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

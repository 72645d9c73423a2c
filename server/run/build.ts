import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../config/config.ts";
import { StartError } from "./main.ts";

const sources = ["app", "emails", "letters", "public", "kartei.config.ts", "remix.config.js", "vite.config.ts", "tsconfig.json", "package-lock.json"];
/** Written by the build itself. */
const generated = join(projectRoot, "app/i18n/generated");

/** Builds when a source is newer than the build, and says so. Throws a `StartError` when the build fails. */
export async function buildIfStale(signal: AbortSignal): Promise<void> {
  const built = modified(join(projectRoot, "build/server/index.js"));
  const changed = Math.max(...sources.map((source) => newest(join(projectRoot, source))));
  if (built > changed) return;
  console.log(built === 0 ? "building, since there is no build yet" : "building, since the sources are newer than the build");
  const remix = join(projectRoot, "node_modules/@remix-run/dev/dist/cli.js");
  const child = spawn(process.execPath, [remix, "vite:build", "--logLevel", "warn"], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "inherit", "inherit"],
    signal,
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new StartError("the build failed; its messages stand above.");
}

function newest(path: string): number {
  if (path === generated) return 0;
  const own = modified(path);
  if (own === 0 || !statSync(path).isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((entry) => newest(join(path, entry))));
}

function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { company } from "../kartei.config.ts";
import { type Columns, importFields, type ImportSettings } from "../app/imports/import-fields.ts";
import type { ImportDetail } from "../app/imports/import.schema.ts";
import { withBackend } from "./backend/with-backend.ts";
import { readConfig } from "./config/config.ts";
import { workerEnvironment } from "./config/services.ts";
import { enterEnvironment } from "./config/take-environment.ts";
import { buildIfStale } from "./run/build.ts";
import { runMain, StartError } from "./run/main.ts";
import { stopSignal } from "./run/stop-signal.ts";
import { takeBuild } from "./run/take-build.ts";

const usage = `write: npm run import -- FILE.csv [--dry-run] [--leave-out-bad-lines] [--leave-out-lookalikes] [--file-wins]
  [--columns account_number,family,-,…] [--country ${company.defaultCountry}] [--language de|en|hu] [--dates dmy|mdy]`;

/**
 * `npm run import -- FILE`: checks a CSV file of customers and imports it; bad lines are told and written to a file beside
 * it. Cut short and called again, it goes on. The page at /desk/admin/imports does the same.
 */
await runMain(async () => {
  const signal = stopSignal();
  const { path, order } = readOrder(process.argv.slice(2));
  await buildIfStale(signal);
  const config = readConfig();
  await withBackend(config, async ({ services }) => {
    enterEnvironment(workerEnvironment(config, services));
    const { importFile, badLinesOf } = (await takeBuild()).entry.module;
    const began = Date.now();
    const detail = await importFile({ ...order, path, hash: await hashOf(path) }, progressLine(), signal).catch(refusalOf);
    if (process.stdout.isTTY) process.stdout.write("\n");
    tell(detail, (Date.now() - began) / 1000);
    if (detail.progress.bad > 0) await writeBadLines(badLinesOf(detail.import.id), `${path}.bad.csv`);
    if (order.dryRun || detail.import.state === "applied") return;
    throw new StartError(detail.import.state === "checked"
      ? `nothing was imported, because of ${detail.progress.bad} bad lines; mend them, or add --leave-out-bad-lines to import the others.`
      : `the import is ${detail.import.state}; see /desk/admin/imports.`);
  });
});

function refusalOf(error: unknown): never {
  throw error instanceof Error && error.name === "OrderRefused" ? new StartError(error.message) : error;
}

function readOrder(argv: string[]) {
  const { values, positionals: [path, ...rest] } = parse(argv);
  if (path === undefined || rest.length > 0) throw new StartError(usage);
  if (!existsSync(path)) throw new StartError(`there is no file ${path}.`);
  const locale = values.language ?? "de";
  const dateOrder = values.dates ?? "dmy";
  const country = (values.country ?? company.defaultCountry).toUpperCase();
  if (!["de", "en", "hu"].includes(locale) || !["dmy", "mdy"].includes(dateOrder) || !/^[A-Z]{2}$/.test(country)) throw new StartError(usage);
  const settings = {
    country,
    locale,
    dateOrder,
    newerWins: !values["file-wins"],
    leaveOutLookalikes: values["leave-out-lookalikes"],
  } as ImportSettings;
  return {
    path,
    order: { columns: readColumns(values.columns), settings, dryRun: values["dry-run"], leaveOutBadLines: values["leave-out-bad-lines"] },
  };
}

function parse(args: string[]) {
  const flag = { type: "boolean", default: false } as const;
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": flag, "leave-out-bad-lines": flag, "leave-out-lookalikes": flag, "file-wins": flag,
        columns: text, country: text, language: text, dates: text,
      },
    });
  } catch {
    throw new StartError(usage);
  }
}

function readColumns(text: string | undefined): Columns | null {
  if (text === undefined) return null;
  const columns = text.split(",").map((name) => {
    if (name === "-" || name === "") return null;
    const field = importFields.find((each) => each === name.trim());
    if (!field) throw new StartError(`no column is called "${name}"; there are ${importFields.join(", ")}.`);
    return field;
  });
  const twice = columns.find((field, at) => field !== null && columns.indexOf(field) < at);
  if (twice) throw new StartError(`--columns names ${twice} twice.`);
  return columns;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

// A line that is written over, where somebody looks.
function progressLine(): (detail: ImportDetail) => void {
  if (!process.stdout.isTTY) return () => undefined;
  return ({ import: { state, lines }, progress: { chunks, checked, applied } }) => {
    const done = state === "checking" ? checked : applied;
    const share = chunks === 0 ? 0 : Math.floor((done / chunks) * 100);
    process.stdout.write(`\r${state} ${lines} lines: ${share} %   `);
  };
}

function tell({ import: { state, lines, startedAt, finishedAt }, progress }: ImportDetail, seconds: number): void {
  const { new: created, changed, confirmed, unchanged, kept, bad } = progress;
  console.log(`${state}: ${lines} lines in ${seconds.toFixed(1)} s: ${created} new, ${changed} changed, ${confirmed} confirmed, ${unchanged} unchanged, ${bad} bad; ${kept} keep a newer value of ours`);
  if (!startedAt || !finishedAt) return;
  const applying = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  console.log(`applied in ${applying.toFixed(1)} s, ${Math.round((lines - bad) / applying)} lines a second`);
}

async function writeBadLines(pieces: AsyncIterable<string>, path: string): Promise<void> {
  await pipeline(Readable.from(pieces), createWriteStream(path));
  console.log(`the bad lines stand in ${path}`);
}

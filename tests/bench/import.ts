import { spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import type { Sql } from "postgres";
import { projectRoot } from "../../server/config/config.ts";
import { customers } from "../../server/seed/customers.ts";
import type { DetailValues, SeedCustomer } from "../../server/seed/seed-customer.ts";
import { type Bench, type Metrics, rounded } from "./context.ts";
import { temporaryFolder } from "./product.ts";

/** The columns of the file, in this order. */
export const csvColumns = [
  "account_number", "kind", "company", "given", "family", "street", "postcode", "city", "country", "phone", "email", "yearly_spend", "language",
  "last_confirmed",
] as const;

/**
 * Lines of a CSV file with made-up customers, a second, into a database that has none:
 * `import.lines` by `npm run import`, from the checked lines to saved details; `import.whole`, from the file, which is
 * received and checked first; `import.copy` by `\copy` of the same file into an unlogged table of texts: the limit, which
 * checks and keeps nothing.
 */
export async function measureImport({ product, sql, lines }: Bench): Promise<Metrics> {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "customers.csv");
  await writeFile(file, csvOf(lines));
  const metrics: Metrics = { "import.copy": rounded(lines / (await secondsOf(() => copy(sql, file)))), "import.file_bytes": (await stat(file)).size };
  return { ...metrics, ...(await importFile(product.databaseUrl, sql, file)) };
}

/** Made-up customers as somebody's old system would export them. */
export function csvOf(lines: number): string {
  const today = new Date().toISOString().slice(0, 10);
  let csv = `${csvColumns.join(",")}\n`;
  for (const customer of customers(lines, { seed: 2, today })) csv += `${lineOf(customer)}\n`;
  return csv;
}

function lineOf(customer: SeedCustomer): string {
  const value = <Kind extends keyof DetailValues>(kind: Kind) =>
    customer.details.find((detail) => detail.kind === kind)?.value as DetailValues[Kind] | undefined;
  const name = value("name");
  const address = value("billing_address");
  const confirmed = customer.details.map(({ confirmedAt }) => confirmedAt ?? "").toSorted().at(-1);
  const person = name && "given" in name ? name : { given: "", family: "" };
  return [
    customer.accountNumber, customer.kind, name && "company" in name ? name.company : "", person.given, person.family,
    address?.lines.join(", "), address?.postcode, address?.city, address?.country, value("phone"), value("email"),
    customer.yearlySpend, customer.locale, confirmed?.slice(0, 10),
  ].map((cell) => quoted(String(cell ?? ""))).join(",");
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

async function copy(sql: Sql, file: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx.unsafe(`create unlogged table public.bench_copy (${csvColumns.map((column) => `${column} text`).join(", ")})`);
    await pipeline(createReadStream(file), await tx`copy public.bench_copy from stdin with (format csv, header true)`.writable());
    await tx`drop table public.bench_copy`;
  });
}

/** Imports a file by the command that people use, and reads what it says of its own time. */
async function importFile(databaseUrl: string, sql: Sql, file: string): Promise<Metrics> {
  await using folder = await temporaryFolder();
  const name = `bench_import_${process.pid}`;
  await sql`create database ${sql(name)}`;
  try {
    const child = spawn(process.execPath, [join(projectRoot, "server/import.ts"), file, "--leave-out-bad-lines"], {
      cwd: projectRoot,
      env: { ...process.env, DATABASE_URL: databaseUrl.replace(/[^/]+$/, name), DATA_DIR: folder.path },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit") as Promise<[number | null]>]);
    if (code !== 0) throw new Error(`The import ended with ${code}: ${said}`);
    const number = (pattern: RegExp) => Number(pattern.exec(said)?.[1]);
    return {
      "import.lines": number(/, (\d+) lines a second/),
      "import.whole": rounded(number(/applied: (\d+) lines/) / number(/lines in ([\d.]+) s/)),
    };
  } finally {
    // Without force, which an autovacuum at work would make a superuser's privilege.
    await sql`drop database ${sql(name)}`;
  }
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1000;
}

import { randomInt } from "node:crypto";
import Papa from "papaparse";
import { vi } from "vitest";
import type { Db } from "~/db/client.server";
import { guessColumns } from "~/imports/import-fields";
import type { ImportField, ImportSettings } from "~/imports/import-fields";
import type { ImportDetail, ImportState } from "~/imports/import.schema";
import { receiveFile } from "~/imports/receive.server";
import type { Person } from "./backend.ts";

/** Somebody who may import: an admin's session, or the secret key. */
export type Importer = Pick<Person, "call">;

/** A line of a file by the fields of its columns. */
export type Line = Partial<Record<ImportField, string>>;

export const usualSettings: ImportSettings = { country: "DE", locale: "de", dateOrder: "dmy", newerWins: true, leaveOutLookalikes: false };

let lastAccount = randomInt(9_000_000);

/** An account number that no other customer of the tests or the demo has: theirs do not begin with a zero. */
export function newAccount(): string {
  lastAccount += 1;
  return String(lastAccount).padStart(8, "0");
}

/** A line that makes a person, with a phone number that only it has. */
export function personLine(more: Line = {}): Line & { account_number: string } {
  return { account_number: newAccount(), given: "Ada", family: "Muster", street: "Boxhagener Straße 41", postcode: "10245", city: "Berlin", phone: `030 2${randomInt(1_000_000, 10_000_000)}`, ...more };
}

/** Lines as a CSV file with the columns that any of them has. */
export function csvOf(lines: Line[]): string {
  return Papa.unparse(lines, { columns: [...new Set(lines.flatMap((line) => Object.keys(line)))], delimiter: ";" });
}

/** Hands a file in as the site does; returns the import's id. */
export function receive(who: Importer, csv: string, fileName = "kunden.csv"): Promise<string> {
  const db: Db = { call: async (name, args, answer) => answer.parse(await who.call(name, args)) };
  return receiveFile(db, inPieces(new TextEncoder().encode(csv)), fileName);
}

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield await Promise.resolve(bytes.subarray(at, at + 65_536));
}

/** One import as its page reads it. */
export const importOf = (who: Importer, id: string): Promise<ImportDetail> => who.call<ImportDetail>("desk_import", { import: id });

/** Asks for the check; some worker does it. */
export async function askForCheck(who: Importer, id: string, settings: Partial<ImportSettings> = {}): Promise<void> {
  const { import: { header } } = await importOf(who, id);
  await who.call("import_check", { import: id, columns: guessColumns(header), settings: { ...usualSettings, ...settings } });
}

/** Waits for the workers to bring an import to a state. */
export function reaches(who: Importer, id: string, state: ImportState): Promise<ImportDetail> {
  return vi.waitFor(async () => {
    const detail = await importOf(who, id);
    if (detail.import.state !== state) throw new Error(`the import is ${detail.import.state}, not ${state}`);
    return detail;
  }, { timeout: 40_000, interval: 50 });
}

/** The dry run of lines. */
export async function check(who: Importer, lines: Line[], settings: Partial<ImportSettings> = {}): Promise<ImportDetail & { id: string }> {
  const id = await receive(who, csvOf(lines));
  await askForCheck(who, id, settings);
  return { id, ...await reaches(who, id, "checked") };
}

/** Applies a checked import, or goes on with a paused one. */
export async function apply(who: Importer, id: string): Promise<ImportDetail & { id: string }> {
  await who.call("import_apply", { import: id });
  return { id, ...await reaches(who, id, "applied") };
}

/** Lines from file to base. */
export async function importLines(who: Importer, lines: Line[], settings: Partial<ImportSettings> = {}): Promise<ImportDetail & { id: string }> {
  return apply(who, (await check(who, lines, settings)).id);
}

/** Takes an import back as a whole. */
export async function undo(who: Importer, id: string): Promise<ImportDetail> {
  const answer = await who.call<{ state: string; accounts: string[] }>("import_undo", { import: id });
  if (answer.state !== "undoing") throw new Error(`built on: ${answer.accounts.join(", ")}`);
  return reaches(who, id, "undone");
}

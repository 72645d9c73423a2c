import { z } from "zod";
import type { Db } from "~/db/client.server";
import { meSchema } from "~/desk/me.schema";
import type { Columns, ImportSettings } from "./import-fields";
import { importDetailSchema, importSchema, problemSchema } from "./import.schema";

/** The latest imports. */
export function readImports(db: Db) {
  return db.call("desk_imports", {}, z.object({ me: meSchema, imports: z.array(importSchema) }));
}

/** One import: how it was read, how far it is, and what is to be said about its lines. */
export function readImport(db: Db, id: string) {
  return db.call("desk_import", { import: id }, importDetailSchema.extend({ me: meSchema }));
}

/** Has the lines checked by what the columns hold; again, if something changed. */
export async function checkImport(db: Db, id: string, columns: Columns, settings: ImportSettings): Promise<void> {
  await db.call("import_check", { import: id, columns, settings }, z.null());
}

/** What an admin can do with an import as a whole. */
export const importActs = { apply: "import_apply", pause: "import_pause", cancel: "import_cancel" } as const;

/** Throws a `Refusal` (409) where the import is no longer where the admin saw it. */
export async function actOnImport(db: Db, id: string, act: keyof typeof importActs): Promise<void> {
  await db.call(importActs[act], { import: id }, z.null());
}

const undoSchema = z.object({ state: z.enum(["undoing", "built_on"]), accounts: z.array(z.string()) });

/** Begins to take an import back, unless something was built on it: then the first accounts of which that is so. */
export function undoImport(db: Db, id: string) {
  return db.call("import_undo", { import: id }, undoSchema);
}

const pageSchema = z.object({ header: z.array(z.string()), fileName: z.string(), problems: z.array(problemSchema) });

/** All that is wrong with an import's lines, a thousand at a time, with the header of its file. */
export async function* readProblems(db: Db, id: string) {
  for (let last = { line: -1, place: 0 }; ;) {
    const page = await db.call("import_problems", { import: id, after_line: last.line, after_place: last.place }, pageSchema);
    yield page;
    const end = page.problems.at(-1);
    if (!end) return;
    last = end;
  }
}

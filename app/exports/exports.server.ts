import { z } from "zod";
import { separators } from "~/csv/csv";
import type { Db } from "~/db/client.server";
import { exportFields, formats, scopes } from "./export";
import { exportLogSchema, exportPageSchema } from "./export.schema";

const wishSchema = z.object({
  scope: z.enum(scopes),
  format: z.enum(formats),
  separator: z.enum(separators).optional(),
  query: z.string().optional(),
});
export type ExportWish = z.infer<typeof wishSchema>;

/** What a form asks for; throws 400 where no form of ours asked. */
export function readWish(form: FormData): ExportWish {
  const asked = Object.values(exportFields).flatMap((name) => (form.has(name) ? [[name, form.get(name)] as const] : []));
  const { data } = wishSchema.safeParse(Object.fromEntries(asked));
  if (!data) throw new Response(null, { status: 400 });
  return data;
}

/** Logs an export's beginning and returns its id; who may, the database decides by the scope. */
export function beginExport(db: Db, { scope, format, query }: ExportWish): Promise<string> {
  return db.call("begin_export", { scope, format, query }, z.uuid());
}

/** The next customers of an export that goes on. */
export function readPage(db: Db, id: string) {
  return db.call("export_page", { export: id }, exportPageSchema);
}

/** Closes an export in the log. */
export async function endExport(db: Db, id: string, completed: boolean): Promise<void> {
  await db.call("end_export", { export: id, completed }, z.null());
}

/** Fifty exports of everybody, newest first, from `before` on (an ISO timestamp). */
export function readExports(db: Db, before: string | undefined) {
  return db.call("desk_exports", { before }, exportLogSchema);
}

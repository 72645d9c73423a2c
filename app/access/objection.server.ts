import { z } from "zod";
import type { Db } from "~/db/client.server";
import { updateSchema } from "~/updates/update.schema";

/** The update that a link objects to, and what came of it: the reference of what took it back, or null while somebody looks at it. */
const objectionSchema = z.object({
  update: updateSchema,
  outcome: z.object({ reference: z.string().nullable() }).nullable(),
});

/** What the link of a receipt takes back. Opening it changes nothing. */
export function readUndoLink(db: Db, link: string, token: string) {
  return db.call("undo_link", { link, token }, objectionSchema);
}

/** Takes the update back where nothing was saved over it; either way its session ends and an agent looks at it. */
export async function undoByLink(db: Db, link: string, token: string): Promise<void> {
  await db.call("undo_by_link", { link, token }, z.null());
}

/** What the link of a notice stops; `planned` says whether anything of it is still to come. Opening it changes nothing. */
export function readStopLink(db: Db, link: string, token: string) {
  return db.call("stop_link", { link, token }, objectionSchema.extend({ planned: z.boolean() }));
}

/** Takes back what the update still plans. */
export async function stopByLink(db: Db, link: string, token: string): Promise<void> {
  await db.call("stop_by_link", { link, token }, z.null());
}

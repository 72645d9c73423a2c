import type { z } from "zod";
import type { Db } from "~/db/client.server";
import { Refusal } from "~/db/refusal";
import { changePageSchema } from "./change.schema";
import { readCursor, writeCursor } from "./cursor.server";

const DEFAULT_LIMIT = 100;
export const MAX_LIMIT = 1000;

/**
 * The page of the feed that a query (`cursor`, `limit`) asks for. Refuses what cannot be read (400), a token that is
 * unknown or revoked (401) or was made for something else (403).
 */
export async function readChanges(db: Db, tokenHash: string, query: URLSearchParams): Promise<z.infer<typeof changePageSchema>> {
  const args = { token_hash: tokenHash, after: readCursor(query.get("cursor")), how_many: readLimit(query.get("limit")) };
  // The generated types do not know that a text may be null.
  const page = await db.call("changes", args as typeof args & { after: string }, changePageSchema);
  return { ...page, cursor: writeCursor(page.cursor) };
}

function readLimit(limit: string | null): number {
  if (limit === null) return DEFAULT_LIMIT;
  if (!/^\d{1,4}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LIMIT) throw new Refusal(400, "bad_limit");
  return Number(limit);
}

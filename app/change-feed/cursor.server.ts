import { Refusal } from "~/db/refusal";

/** A cursor as other systems get it, which only we can read, so that nobody counts on what it says. */
export function writeCursor(position: string): string {
  return Buffer.from(position).toString("base64url");
}

/** The position in the feed that a cursor stands for; null is the beginning, "now" the end. Refuses what is none (400). */
export function readCursor(cursor: string | null): string | null {
  if (cursor === null || cursor === "now") return cursor;
  const position = Buffer.from(cursor, "base64url").toString();
  if (!/^[\d.]{5,60}$/.test(position)) throw new Refusal(400, "bad_cursor");
  return position;
}

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { actor, siteFrom } from "./backend.ts";

/** A token for another system, with what the database keeps of it. */
export interface TestToken {
  id: string;
  name: string;
  token: string;
  hash: string;
}

export interface Change {
  reference: string;
  accountNumber: string;
  channel: string;
  actor: string;
  items: { detail: string; kind: string; op: string; value: unknown; version: number }[];
}

/** A page of the feed as the database hands it to our server. */
export interface ChangePage {
  changes: Change[];
  cursor: string;
  more: boolean;
  heldBackSince: string | null;
}

/** Has the admin make a token, as their page does. */
export async function newToken(scope: "changes" | "metrics"): Promise<TestToken> {
  const token = `kartei_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(token).digest("hex");
  const name = `test ${randomUUID()}`;
  const id = await actor("oliver").call<string>("create_token", { name, scope, token_hash: hash });
  return { id, name, token, hash };
}

/** One page behind a cursor. */
export function readFrom({ hash }: TestToken, cursor: string | null, limit: number): Promise<ChangePage> {
  return siteFrom("feed").call("changes", { token_hash: hash, after: cursor, how_many: limit });
}

/** The cursor behind everything that has happened. */
export async function endOfFeed(token: TestToken): Promise<string> {
  return (await readFrom(token, "now", 1000)).cursor;
}

/** Everything behind a cursor, or all there is, read page by page. */
export async function readFeed(token: TestToken, cursor: string | null = null): Promise<ChangePage> {
  let page = await readFrom(token, cursor, 500);
  const { changes } = page;
  while (page.more) {
    page = await readFrom(token, page.cursor, 500);
    changes.push(...page.changes);
  }
  return { ...page, changes };
}

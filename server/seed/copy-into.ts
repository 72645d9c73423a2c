import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { TransactionSql } from "postgres";

/** Writes texts in COPY's format into the columns of a table. Throws what PostgreSQL refuses. */
export async function copyInto(tx: TransactionSql, table: string, columns: readonly string[], texts: readonly Uint8Array[]): Promise<void> {
  const stream = await tx`copy ${tx(table)} (${tx(columns as string[])}) from stdin`.writable();
  const done = finished(stream);
  for (const text of texts) {
    if (!stream.write(text)) await Promise.race([once(stream, "drain"), done]);
  }
  stream.end();
  await done;
}

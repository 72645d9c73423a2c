import { createHash, randomUUID } from "node:crypto";
import postgres from "postgres";
import { useProduct } from "./product.ts";

/** The path of a reminder's link to a customer, made without sending one; `used` makes one that was answered already. */
export async function reviewLink(accountNumber: string, { used = false } = {}): Promise<string> {
  const token = randomUUID();
  const sql = postgres((await useProduct()).databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql<{ id: string }[]>`
      insert into private.links (purpose, customer_id, token_hash, expires_at, used_at)
      select 'review', c.id, ${createHash("sha256").update(token).digest("hex")}, now() + interval '30 days', ${used ? new Date() : null}
      from public.customers c where c.account_number = ${accountNumber} returning id`;
    if (!row) throw new Error(`There is no customer ${accountNumber}`);
    return `/review/${row.id}/${token}`;
  } finally {
    await sql.end();
  }
}
